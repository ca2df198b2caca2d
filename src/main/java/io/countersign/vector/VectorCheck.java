package io.countersign.vector;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import io.countersign.document.Mark;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks vector files, big ones on every core and in bounded memory.
 *
 * <p>What comes of it does not depend on the number of cores. A big file is cut into batches where
 * vectors seem to part, and several threads check them; that every batch up to here was nothing but
 * well-formed vectors proves that the next one begins where it seemed. From the first batch that is
 * not, and from the end of the list, {@link VectorFile} reads on as if it had read all before: it
 * alone says what is wrong with a file.
 */
public final class VectorCheck {
  private final Schemes schemes;
  private final Profile otherwise;
  private final Sizes sizes;
  private final Map<String, Scheme> loaded = new HashMap<>();

  /**
   * How much of what.
   *
   * @param threads that check
   * @param batch bytes of a batch, about
   * @param largest bytes that are looked through for the end of one vector
   * @param batches how many may be in memory
   * @param bytes how many bytes of batches may be in memory, but for the last of them
   * @param parties how many parties' signers and verifiers each thread keeps
   */
  record Sizes(int threads, int batch, int largest, int batches, long bytes, int parties) {
    static Sizes forThreads(int threads) {
      return new Sizes(
          threads, 1 << 17, 1 << 22, 2 * threads + 2, 1 << 24, Math.max(64, 4096 / threads));
    }
  }

  private VectorCheck(Schemes schemes, Profile otherwise, Sizes sizes) {
    this.schemes = schemes;
    this.otherwise = otherwise;
    this.sizes = sizes;
  }

  /**
   * @param schemes where a file's scheme is looked up
   * @param otherwise the profile of vectors that name none
   */
  public static VectorCheck of(Schemes schemes, Profile otherwise) {
    return of(schemes, otherwise, Sizes.forThreads(Runtime.getRuntime().availableProcessors()));
  }

  static VectorCheck of(Schemes schemes, Profile otherwise, Sizes sizes) {
    return new VectorCheck(schemes, otherwise, sizes);
  }

  /**
   * Checks all vectors of a file.
   *
   * @param each takes results in the order of the file, in the calling thread
   * @return whether it is a vector file; no for a JSON Schema
   * @throws io.countersign.document.InputException as {@link VectorFile#read}, after the results of
   *     the vectors before the mistake
   */
  public boolean run(Path file, Consumer<Checked> each) {
    VectorFile vectors = new VectorFile(file, this::scheme);
    return vectors.open(
        in -> {
          byte[] start = in.readNBytes(sizes.batch);
          return start.length < sizes.batch
              ? vectors.read(new ByteArrayInputStream(start), oneByOne(0, each))
              : big(vectors, Resumption.joined(List.of(new ByteArrayInputStream(start), in)), each);
        });
  }

  private Scheme scheme(String id, Mark where) {
    return loaded.computeIfAbsent(id, one -> schemes.scheme(one, where));
  }

  private EachVector oneByOne(int placeholders, Consumer<Checked> each) {
    return new EachVector(
        otherwise, placeholders, vector -> each.accept(Checked.of(vector.id(), vector.check())));
  }

  private boolean big(VectorFile vectors, InputStream in, Consumer<Checked> each)
      throws IOException {
    RecordedInput recorded = new RecordedInput(in);
    return vectors.read(
        recorded,
        (parser, nodes, scheme) -> {
          Resumption resumption = resumption(parser, recorded);
          Batches batches =
              new Batches(recorded.behind(resumption.head()), sizes.batch, sizes.largest);
          Crew.Progress progress =
              new Crew(sizes, () -> checker(scheme), each).check(batches, resumption.start());
          resume(vectors, resumption, progress, each);
          return false;
        });
  }

  private BatchCheck checker(Scheme scheme) {
    return new BatchCheck(new VectorParser(scheme, otherwise, sizes.parties));
  }

  private static Resumption resumption(JsonParser parser, RecordedInput recorded) {
    JsonLocation location = parser.currentLocation();
    return new Resumption(
        recorded.head(location.getCharOffset()),
        new TextPosition(location.getLineNr() - 1L, location.getColumnNr() - 1L));
  }

  private void resume(
      VectorFile vectors, Resumption resumption, Crew.Progress progress, Consumer<Checked> each)
      throws IOException {
    int placeholders = resumption.placeholders(progress.end());
    byte[] next = progress.rest().readNBytes(sizes.batch);
    InputStream rest = new ByteArrayInputStream(next);
    if (next.length < sizes.batch) {
      Optional<List<Checked>> checked =
          last(vectors, resumption.at(progress.end(), false, rest), placeholders);
      if (checked.isPresent()) {
        checked.get().forEach(each);
        return;
      }
      rest.reset();
    }
    vectors.read(
        resumption.at(progress.end(), true, Resumption.joined(List.of(rest, progress.rest()))),
        oneByOne(placeholders, each));
  }

  /** The usual end has nothing to complain of, so that places do not matter: they take time. */
  private Optional<List<Checked>> last(VectorFile vectors, InputStream in, int placeholders)
      throws IOException {
    List<Checked> checked = new ArrayList<>();
    try {
      vectors.read(in, oneByOne(placeholders, checked::add));
      return Optional.of(checked);
    } catch (RuntimeException e) {
      return Optional.empty(); // It comes again, with its place.
    }
  }
}
