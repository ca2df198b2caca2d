package io.countersign.vector;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.document.InputException;
import io.countersign.document.JsonNodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the vectors of a batch. Belongs to one thread. */
final class BatchCheck implements Crew.Checker {
  private final VectorParser vectors;

  BatchCheck(VectorParser vectors) {
    this.vectors = vectors;
  }

  /**
   * What came of a batch.
   *
   * @param vectors of its vectors
   * @param extent how far its end is behind its beginning
   */
  record Result(Checked vectors, TextPosition extent) {}

  @Override
  public Optional<Result> check(Batch batch) throws IOException {
    byte[] list = batch.bytes();
    int length = batch.documentLength();
    if (EscapedHalves.areIn(list, length)) {
      return Optional.empty();
    }
    try (JsonParser parser = JsonNodes.FACTORY.createParser(list, 0, length)) {
      // The parser takes bytes for characters that are none.
      Optional<CharBuffer> characters =
          isAscii(list, length)
              ? Optional.empty()
              : Optional.of(
                  StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(list, 0, length)));
      Checked checked = checked(parser);
      JsonLocation end = parser.currentLocation();
      if (parser.nextToken() != null) {
        return Optional.empty();
      }
      return Optional.of(
          new Result(checked, characters.map(BatchCheck::extent).orElse(extent(end))));
    } catch (CharacterCodingException
        | JsonProcessingException
        | OddVectorException
        | InputException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  private Checked checked(JsonParser parser) throws IOException, OddVectorException {
    long passed = 0;
    List<Checked.Failure> failures = new ArrayList<>();
    parser.nextToken();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      VectorParser.Parsed parsed = vectors.read(parser);
      List<Mismatch> mismatches = parsed.vector().check(parsed.party());
      if (mismatches.isEmpty()) {
        passed++;
      } else {
        failures.add(new Checked.Failure(parsed.vector().id(), mismatches));
      }
    }
    return new Checked(passed, failures);
  }

  private static boolean isAscii(byte[] bytes, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long all = 0;
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      all |= buffer.getLong(i);
    }
    for (; i < length; i++) {
      all |= bytes[i] < 0 ? 0x80 : 0;
    }
    return (all & 0x8080808080808080L) == 0;
  }

  /** Without the two brackets that are not the file's: both on one line, or one on the last. */
  private static TextPosition extent(JsonLocation end) {
    int lines = end.getLineNr() - 1;
    int column = end.getColumnNr() - 1;
    return new TextPosition(lines, lines == 0 ? column - 2 : column - 1);
  }

  private static TextPosition extent(CharBuffer list) {
    int lines = 0;
    int start = 1;
    for (int i = 0; i < list.length(); i++) {
      char c = list.get(i);
      if (c == '\n' || c == '\r' && list.get(i + 1) != '\n') {
        lines++;
        start = i + 1;
      }
    }
    return new TextPosition(lines, list.length() - 1 - start);
  }
}
