package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.util.Locale;

/**
 * What the suite asks for without being told to, since it follows from a scheme's model. Where a
 * scheme's requirements list one, they say how it binds.
 */
sealed interface DerivedRequirement {
  /** What its id has behind the scheme's. */
  String word();

  /** How it binds where no requirement says so: silent is what only a document could ask for. */
  Level level(SigningRules rules);

  /** The same by its word; any other, which somebody wrote a scenario for, is meant to bind. */
  static Level level(String word, SigningRules rules) {
    return word.startsWith(LeavesOpen.PREFIX)
        ? Level.SILENT
        : EnumWord.constant(word, Plain.class).map(one -> one.level(rules)).orElse(Level.MUST);
  }

  /** Those of which a scheme has one each; their words are their names. */
  enum Plain implements DerivedRequirement {
    VALID_REQUEST(Level.MUST),
    BODY_DIGEST(Level.MUST),
    TIMESTAMP_WINDOW(Level.MUST),
    FUTURE_TIMESTAMP(Level.SILENT) {
      @Override
      public Level level(SigningRules rules) {
        return rules.timestamp().flatMap(TimestampRule::maxAhead).isPresent()
            ? Level.MUST
            : super.level(rules);
      }
    },
    TIMESTAMP_FORM(Level.MUST),
    OTHER_ISO_8601_FORMS(Level.SILENT),
    SIGNATURE_FORM(Level.MUST),
    SIGNATURE_VALUE(Level.MUST),
    CREDENTIAL_REQUIRED(Level.MUST),
    CREDENTIAL_FORM(Level.MUST),
    UNKNOWN_KEY(Level.MUST),
    CARRIER_NAMES(Level.MUST),
    CARRIER_SYNTAX(Level.SILENT),
    NO_DUPLICATES(Level.SILENT),
    UNUSUAL_REQUESTS(Level.SILENT),
    OPEN_RESOURCES(Level.MUST);

    private final Level level;

    Plain(Level level) {
      this.level = level;
    }

    @Override
    public String word() {
      return EnumWord.of(this);
    }

    @Override
    public Level level(SigningRules rules) {
      return level;
    }
  }

  /** What is signed cannot be changed. */
  record Covers(Aspect aspect) implements DerivedRequirement {
    @Override
    public String word() {
      return "covers-" + aspect.toString().replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    @Override
    public Level level(SigningRules rules) {
      return Level.MUST;
    }
  }

  /** What is not signed can be. */
  record LeavesOpen(Aspect.Kind kind) implements DerivedRequirement {
    private static final String PREFIX = "leaves-";

    @Override
    public String word() {
      return PREFIX + EnumWord.of(kind) + "-open";
    }

    @Override
    public Level level(SigningRules rules) {
      return Level.SILENT;
    }
  }
}
