package io.countersign.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML document being read, event by event. What is above the events in the library makes
 * objects of Java, which nobody here wants, and takes words such as no and on for booleans.
 */
final class YamlDocument {
  private static final int DEEPEST = 500;

  private final String source;
  private final String text;

  YamlDocument(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * @throws InputException if it is not one document, well formed, without aliases and repeated
   *     keys
   */
  Node read() {
    try {
      Parser events = new ParserImpl(new StreamReader(text), new LoaderOptions());
      events.getEvent(); // the stream begins
      if (events.checkEvent(Event.ID.StreamEnd)) {
        throw InputException.at(
            Mark.startOf(source), "the document is empty", "it needs at least one field");
      }
      events.getEvent(); // the document begins
      Node root = node(events, 0);
      events.getEvent(); // the document ends
      if (!events.checkEvent(Event.ID.StreamEnd)) {
        events.getEvent(); // another begins
        throw InputException.at(
            mark(events.peekEvent()), "something follows the end of the document", "remove it");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw InputException.malformed(mark(e.getProblemMark()), problem(e));
    } catch (ReaderException e) {
      throw InputException.malformed(markAt(e.getPosition()), "a control character stands here");
    } catch (YAMLException e) {
      throw InputException.malformed(Mark.startOf(source), "it is too large");
    }
  }

  /** Of the document's own text, which may be a secret, it repeats no more than one character. */
  private static String problem(MarkedYAMLException e) {
    String problem = e.getProblem();
    int handle = problem.indexOf("tag handle");
    String safe = handle < 0 ? problem : problem.substring(0, handle) + "tag";
    return e.getContext() == null ? safe : e.getContext() + ", " + safe;
  }

  private Node node(Parser events, int depth) {
    Event event = events.getEvent();
    Mark mark = mark(event);
    if (depth > DEEPEST) {
      throw InputException.malformed(mark, "it is nested too deeply");
    }
    return switch (event.getEventId()) {
      case MappingStart -> mapping(events, mark, depth);
      case SequenceStart -> sequence(events, mark, depth);
      case Scalar -> scalar((ScalarEvent) event, mark);
      // Its name is not repeated: a password may begin with an asterisk.
      default ->
          throw InputException.at(
              mark, "an alias (*) is not followed here", "put it in quotes, or write it out");
    };
  }

  private Node sequence(Parser events, Mark mark, int depth) {
    List<Node> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(events, depth + 1));
    }
    events.getEvent();
    return new Node.Sequence(items, mark);
  }

  private Node mapping(Parser events, Mark mark, int depth) {
    LinkedHashMap<String, Node.Mapping.Field> fields = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Mark nameMark = mark(events.peekEvent());
      if (!(events.getEvent() instanceof ScalarEvent name)) {
        throw InputException.malformed(nameMark, "a key is text");
      }
      Node value = node(events, depth + 1);
      if (fields.put(name.getValue(), new Node.Mapping.Field(nameMark, value)) != null) {
        throw InputException.at(
            nameMark, "the key '" + name.getValue() + "' stands here twice", "keep one of the two");
      }
    }
    events.getEvent();
    return new Node.Mapping(fields, mark);
  }

  private static Node scalar(ScalarEvent event, Mark mark) {
    String text = event.getValue();
    Node.Scalar.Type type =
        event.isPlain() && event.getTag() == null ? PlainScalar.type(text) : Node.Scalar.Type.TEXT;
    return switch (type) {
      case NULL -> new Node.Scalar("", type, mark);
      case BOOLEAN -> new Node.Scalar(PlainScalar.isTrue(text) ? "true" : "false", type, mark);
      default -> new Node.Scalar(text, type, mark);
    };
  }

  private Mark mark(Event event) {
    return mark(event.getStartMark());
  }

  private Mark mark(org.yaml.snakeyaml.error.Mark mark) {
    return new Mark(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place of a code point. */
  private Mark markAt(int index) {
    String before = text.substring(0, text.offsetByCodePoints(0, index));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int start = before.lastIndexOf('\n') + 1;
    return new Mark(source, line + 1, before.codePointCount(start, before.length()) + 1);
  }
}
