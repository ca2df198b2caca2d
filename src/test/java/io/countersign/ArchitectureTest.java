package io.countersign;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What DESIGN and the house style demand of the classes. Sources are held to by {@link
 * SourcesTest}.
 */
@AnalyzeClasses(packages = "io.countersign", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** From the one that knows nothing to the one that knows all; each may use those before it. */
  private static final List<String> PACKAGES =
      List.of(
          "document",
          "message",
          "importer",
          "scheme",
          "signing",
          "verify",
          "explain",
          "vector",
          "target",
          "suite",
          "steps",
          "selftest",
          "report",
          "cli");

  @ArchTest static final ArchRule packages_dependInOneDirection = oneDirection();

  @ArchTest
  static final ArchRule packages_areTheKnownOnes =
      classes()
          .should()
          .resideInAnyPackage(
              PACKAGES.stream().map(ArchitectureTest::inside).toArray(String[]::new))
          .because("a package outside of the order has no place in the design");

  @ArchTest
  static final ArchRule standardStreams_belongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("cli"))
          .should(ACCESS_STANDARD_STREAMS)
          .because("only the command line prints; a library that prints spoils --json");

  @ArchTest
  static final ArchRule exits_belongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("cli"))
          .should(callMethod(System.class, "exit", int.class))
          .orShould(callMethod(Runtime.class, "exit", int.class))
          .orShould(callMethod(Runtime.class, "halt", int.class))
          .because("an exit status is a decision of the command line alone");

  @ArchTest
  static final ArchRule httpLibraries_areKnownToTargetAndStepsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("target"), inside("steps"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.restassured..", "com.github.tomakehurst..", "org.wiremock..")
          .because("how a request travels may change without the suite's meaning changing");

  @ArchTest
  static final ArchRule commandLineParser_isKnownToWhatReadsCommandLinesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("importer"), inside("cli"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..")
          .because("options are read where a person wrote them; nothing below knows of any");

  @ArchTest
  static final ArchRule clock_isInjected =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("cli"))
          .should(accessTargetWhere(describe("reads the system clock", ArchitectureTest::asksTime)))
          .because("time is injected, or no case about freshness could be repeated");

  @ArchTest
  static final ArchRule staticFields_areFinal =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("state that everybody shares makes runs depend on each other")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule staticFields_areOfNoMutableType =
      fields()
          .that()
          .areStatic()
          .and(describe("written by a person", field -> !isSynthetic(field)))
          .should()
          .notHaveRawType(mutable())
          .because("a final field that holds something mutable is a mutable static all the same")
          .allowEmptyShould(true);

  private static LayeredArchitecture oneDirection() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : PACKAGES) {
      layers = layers.layer(name).definedBy(inside(name));
    }
    for (int i = 0; i < PACKAGES.size(); i++) {
      List<String> users = PACKAGES.subList(i + 1, PACKAGES.size());
      var layer = layers.whereLayer(PACKAGES.get(i));
      layers =
          users.isEmpty()
              ? layer.mayNotBeAccessedByAnyLayer()
              : layer.mayOnlyBeAccessedByLayers(users.toArray(String[]::new));
    }
    return (LayeredArchitecture)
        layers.because("a package that knows only those before it can be read and tested alone");
  }

  private static String inside(String name) {
    return "io.countersign." + name + "..";
  }

  /** Clocks, and what would read one without being given it; a method reference counts as well. */
  private static boolean asksTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis");
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick") && !name.equals("tick");
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals("<init>") && access.getDescription().contains("<init>()");
    }
    return owner.getPackageName().startsWith("java.time")
        && name.equals("now")
        && !access.getDescription().contains("now(" + Clock.class.getName() + ")");
  }

  private static boolean isSynthetic(JavaField field) {
    return field.getName().startsWith("$");
  }

  /**
   * Arrays, and classes rather than interfaces of collections: what is not meant to be constant.
   */
  private static DescribedPredicate<JavaClass> mutable() {
    Set<String> others =
        Set.of("java.lang.StringBuilder", "java.lang.StringBuffer", "java.lang.ThreadLocal");
    return describe(
        "mutable",
        type ->
            type.isArray()
                || !type.isInterface()
                    && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || others.contains(type.getName()));
  }
}
