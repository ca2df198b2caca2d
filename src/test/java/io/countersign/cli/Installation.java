package io.countersign.cli;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import picocli.CommandLine;

/**
 * A copy of the launcher with sources to be newer or older, in a folder whose name has a space, and
 * a stand-in for Maven that only puts ready files where a build would.
 */
final class Installation {
  private static final long LONGEST_SECONDS = 180;

  /** What the stand-in does in place of a build. */
  static final String BUILD =
      "sleep 1; mkdir -p target/lib; cp \"$READY\"/lib/* target/lib; cp \"$READY\"/*.jar target";

  private static final List<Class<?>> LIBRARIES =
      List.of(JsonFactory.class, LoaderOptions.class, CommandLine.class);

  private final Path root;
  private final Path home;

  private Installation(Path root, String name) {
    this.root = root;
    this.home = root.resolve(name);
  }

  static Installation in(Path root) throws IOException {
    return in(root, "a home");
  }

  /**
   * @param name of its folder. Where that has a space, Java 17 takes our own classes from no
   *     archive.
   */
  static Installation in(Path root, String name) throws IOException {
    Installation made = new Installation(root, name);
    Files.createDirectories(made.source().getParent());
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("ready/lib"));
    Files.copy(Run.HOME.resolve("countersign"), made.home.resolve("countersign"));
    Files.writeString(made.home.resolve("pom.xml"), "");
    Files.writeString(made.source(), "");
    made.copySchemes();
    made.makeReady();
    made.mavenThat(BUILD);
    return made;
  }

  private void copySchemes() throws IOException {
    Path features = Run.HOME.resolve("features");
    try (Stream<Path> schemes = Files.list(features)) {
      for (Path scheme : schemes.filter(Files::isDirectory).toList()) {
        Path copy = home.resolve("features").resolve(scheme.getFileName());
        Files.createDirectories(copy);
        Files.copy(scheme.resolve("scheme.yaml"), copy.resolve("scheme.yaml"));
      }
    }
  }

  /** The launcher itself. */
  Path launcher() {
    return home.resolve("countersign");
  }

  /** A file below {@code src/main}. */
  Path source() {
    return home.resolve("src/main/java/Some.java");
  }

  /** Makes the sources newer than whatever was built. */
  void touch() throws IOException {
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now()));
  }

  long builds() throws IOException {
    Path log = root.resolve("builds");
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines.count();
    }
  }

  void mavenThat(String does) throws IOException {
    Path maven = root.resolve("bin/mvn");
    Files.writeString(
        maven, "#!/bin/sh\necho \"$*\" >>\"$BUILDS\"\n" + does + "\n", StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a program from another folder, with the JDK of this test and the stand-in for Maven. */
  Run run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    return start(variables, command).end();
  }

  Started start(Map<String, String> variables, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("COUNTERSIGN_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", root.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("READY", root.resolve("ready").toString());
    environment.put("BUILDS", root.resolve("builds").toString());
    environment.putAll(variables);
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Started(builder.start(), out, err);
  }

  /** A program that runs, and the files that it prints to. */
  record Started(Process process, Path out, Path err) {
    Run end() throws IOException, InterruptedException {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + LONGEST_SECONDS + " s");
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** What a build makes: the classes of this very build in a jar, and one with all of a start. */
  private void makeReady() throws IOException {
    Path classes = locationOf(Main.class);
    try (JarOutputStream jar = newJar("countersign.jar")) {
      addFolder(classes, jar);
    }
    try (JarOutputStream jar = newJar("countersign-start.jar")) {
      addFolder(classes, jar);
      for (Class<?> one : LIBRARIES) {
        Path library = locationOf(one);
        Files.copy(library, root.resolve("ready/lib").resolve(library.getFileName()));
        addClasses(library, jar);
      }
    }
  }

  private JarOutputStream newJar(String name) throws IOException {
    return new JarOutputStream(Files.newOutputStream(root.resolve("ready").resolve(name)));
  }

  private static void addFolder(Path folder, JarOutputStream jar) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(folder.relativize(one).toString()));
        Files.copy(one, jar);
        jar.closeEntry();
      }
    }
  }

  private static void addClasses(Path library, JarOutputStream jar) throws IOException {
    try (JarInputStream in = new JarInputStream(Files.newInputStream(library))) {
      for (JarEntry one = in.getNextJarEntry(); one != null; one = in.getNextJarEntry()) {
        if (one.getName().endsWith(".class") && !isOfNoPackage(one.getName())) {
          jar.putNextEntry(new JarEntry(one.getName()));
          in.transferTo(jar);
          jar.closeEntry();
        }
      }
    }
  }

  /** As the description of a module is, and what is for other versions of Java. */
  private static boolean isOfNoPackage(String name) {
    return name.startsWith("META-INF/") || name.indexOf('/') < 0;
  }

  private static Path locationOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
