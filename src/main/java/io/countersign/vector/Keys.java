package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;

/**
 * The keys that one kind of object may have. Files have the same keys in the same order again and
 * again, so the one that came next the last time is compared first, byte by byte, and no name is
 * made of it. Belongs to one thread.
 */
final class Keys {
  static final int NONE = -1;

  private final SerializableString[] names;

  /** The key that came first, and behind each key the one that came behind it, by context. */
  private final int[][] following;

  /**
   * @param contexts in how many contexts there may be other orders
   */
  Keys(int contexts, List<String> names) {
    this.names = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    this.following = new int[contexts][names.size() + 1];
  }

  int count() {
    return names.length;
  }

  /** Reads the next key of an object that is in the only context. */
  int next(JsonParser parser, int before) throws IOException, OddVectorException {
    return next(parser, before, 0);
  }

  /**
   * Reads the next key.
   *
   * @param before the key before it, or {@link #NONE}
   * @param context from 0
   * @return its index, or {@link #NONE} at the end of the object
   * @throws OddVectorException if it is none of those
   */
  int next(JsonParser parser, int before, int context) throws IOException, OddVectorException {
    int expected = following[context][before + 1];
    if (parser.nextFieldName(names[expected])) {
      return expected;
    }
    if (!parser.hasToken(JsonToken.FIELD_NAME)) {
      return NONE;
    }
    int key = indexOf(parser.currentName());
    following[context][before + 1] = key;
    return key;
  }

  private int indexOf(String name) throws OddVectorException {
    for (int i = 0; i < names.length; i++) {
      if (names[i].getValue().equals(name)) {
        return i;
      }
    }
    throw new OddVectorException();
  }
}
