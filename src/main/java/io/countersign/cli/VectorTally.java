package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.InputException;
import io.countersign.document.Visible;
import io.countersign.vector.Checked;
import io.countersign.vector.Mismatch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Counts vectors and prints those that failed as they come, so that nothing piles up. */
final class VectorTally implements AutoCloseable {
  private final Listing listing;
  private long passed;
  private long failed;
  private final List<String> errors = new ArrayList<>();

  /** How failures and the sum are printed. */
  private interface Listing {
    void failure(String file, String id, List<Mismatch> mismatches) throws IOException;

    void sum(long passed, long failed, List<String> errors) throws IOException;

    void close() throws IOException;
  }

  private VectorTally(Listing listing) {
    this.listing = listing;
  }

  static VectorTally text(PrintStream out, OutputOptions output) {
    return new VectorTally(new Text(out, output));
  }

  static VectorTally json(PrintStream out) {
    return new VectorTally(new JsonObject(Json.stream(out)));
  }

  void count(String file, Checked vectors) {
    passed += vectors.passed();
    failed += vectors.failures().size();
    for (Checked.Failure failure : vectors.failures()) {
      print(() -> listing.failure(file, failure.id(), failure.mismatches()));
    }
  }

  /** Counts a file that could not be read to its end. */
  void count(InputException wrong) {
    errors.add(wrong.getMessage());
  }

  long errors() {
    return errors.size();
  }

  long failed() {
    return failed;
  }

  /**
   * Prints the sum.
   *
   * @throws InputException if there was nothing to count: such a check says nothing
   */
  void end() {
    if (passed + failed + errors.size() == 0) {
      throw InputException.of("there is no vector in these files", "give a vector file");
    }
    print(() -> listing.sum(passed, failed, errors));
  }

  /** Leaves well-formed output behind, also where reading ended early. */
  @Override
  public void close() {
    print(listing::close);
  }

  @FunctionalInterface
  private interface Printing {
    void print() throws IOException;
  }

  private static void print(Printing printing) {
    try {
      printing.print();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Text(PrintStream out, OutputOptions output) implements Listing {
    @Override
    public void failure(String file, String id, List<Mismatch> mismatches) {
      out.println(output.mark(false, "FAILED") + " " + Visible.line(file + " " + id));
      for (Mismatch mismatch : mismatches) {
        out.println("  " + Visible.line(mismatch.what()));
        out.println("    expected  " + Visible.line(mismatch.expected()));
        out.println("    actual    " + Visible.line(mismatch.actual()));
      }
    }

    @Override
    public void sum(long passed, long failed, List<String> errors) {
      // Of nothing there is no sum; what was wrong with the files has been said.
      if (passed + failed == 0) {
        return;
      }
      // Whoever reads the sum must not take it for that of all files.
      if (!errors.isEmpty()) {
        out.println("files not read to their end: " + errors.size());
      }
      out.println(
          output.mark(failed + errors.size() == 0, passed + " passed, " + failed + " failed"));
    }

    @Override
    public void close() {
      // The stream is the process's.
    }
  }

  private record JsonObject(JsonGenerator json) implements Listing {
    JsonObject(JsonGenerator json) {
      this.json = json;
      print(
          () -> {
            json.writeStartObject();
            json.writeArrayFieldStart("failures");
          });
    }

    @Override
    public void failure(String file, String id, List<Mismatch> mismatches) throws IOException {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeStringField("id", id);
      json.writeArrayFieldStart("mismatches");
      for (Mismatch mismatch : mismatches) {
        json.writeStartObject();
        json.writeStringField("what", mismatch.what());
        json.writeStringField("expected", mismatch.expected());
        json.writeStringField("actual", mismatch.actual());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public void sum(long passed, long failed, List<String> errors) throws IOException {
      json.writeEndArray();
      json.writeNumberField("passed", passed);
      json.writeNumberField("failed", failed);
      if (!errors.isEmpty()) {
        json.writeArrayFieldStart("errors");
        for (String error : errors) {
          json.writeString(error);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }
}
