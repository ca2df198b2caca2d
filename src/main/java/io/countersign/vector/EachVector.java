package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.document.InputException;
import io.countersign.document.JsonNodes;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads the list of vectors, one after the other.
 *
 * @param otherwise the profile of vectors that name none
 * @param placeholders how many items at the beginning of the list stand for vectors that somebody
 *     else has read
 * @param each takes them
 */
record EachVector(Profile otherwise, int placeholders, Consumer<TestVector> each)
    implements VectorFile.Vectors {

  @Override
  public boolean read(JsonParser parser, JsonNodes nodes, Scheme scheme) throws IOException {
    VectorReader reader = new VectorReader(scheme, otherwise);
    long count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count >= placeholders) {
        each.accept(reader.read(nodes.value()));
      }
      count++;
    }
    if (count == 0) {
      throw InputException.at(
          nodes.mark(), "the file holds no vector", "a check of nothing says nothing");
    }
    return true;
  }
}
