package io.countersign.cli;

import io.countersign.message.HttpRequest;
import io.countersign.message.RawMessage;
import io.countersign.message.RequestJson;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.io.PrintStream;

/** How a signed request is printed. */
enum SignFormat {
  /** The message as it is sent, to the byte. */
  HTTP {
    @Override
    void print(HttpRequest request, SigningRules rules, PrintStream out) {
      out.writeBytes(RawMessage.write(request).toBytes());
    }
  },
  /** The JSON request object, on one line. */
  JSON {
    @Override
    void print(HttpRequest request, SigningRules rules, PrintStream out) {
      Json.line(out, json -> RequestJson.write(request, json));
    }
  },
  /** A command line that sends it. */
  CURL {
    @Override
    void print(HttpRequest request, SigningRules rules, PrintStream out) {
      out.println(CurlCommand.of(request));
    }
  },
  /** Only what signing added. */
  HEADERS {
    @Override
    void print(HttpRequest request, SigningRules rules, PrintStream out) {
      if (rules.sent().stream().anyMatch(placement -> placement instanceof Placement.InQuery)) {
        out.println(request.url());
      }
      request.headers().all().stream()
          .filter(header -> rules.sentIn(header.name()).isPresent())
          .forEach(header -> out.println(header.name() + ": " + header.value()));
    }
  };

  /** The formats' words on the command line. */
  static final class FormatChoices extends Choices<SignFormat> {
    FormatChoices() {
      super(SignFormat.class, "format");
    }
  }

  abstract void print(HttpRequest request, SigningRules rules, PrintStream out);
}
