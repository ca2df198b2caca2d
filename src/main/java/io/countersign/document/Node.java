package io.countersign.document;

import java.util.LinkedHashMap;
import java.util.List;

/** A value of a YAML or JSON document, with its place. */
public sealed interface Node {
  /** Where the value begins. */
  Mark mark();

  /** What a person would call this kind of value, for messages. */
  String kind();

  /** Text, a number, a boolean or null: its literal text, and which of them it is. */
  record Scalar(String text, Type type, Mark mark) implements Node {
    /** The kinds of scalar that JSON tells apart. */
    public enum Type {
      TEXT("text"),
      NUMBER("a number"),
      BOOLEAN("a boolean"),
      NULL("nothing");

      private final String title;

      Type(String title) {
        this.title = title;
      }
    }

    @Override
    public String kind() {
      return text.isEmpty() ? Type.NULL.title : type.title;
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Mark mark) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Fields by name, in the order written. */
  record Mapping(LinkedHashMap<String, Field> fields, Mark mark) implements Node {
    /** One field: where its name stands, and its value. */
    public record Field(Mark nameMark, Node value) {}

    @Override
    public String kind() {
      return "a mapping";
    }
  }
}
