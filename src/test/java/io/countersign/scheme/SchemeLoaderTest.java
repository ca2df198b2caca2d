package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scheme file says is what the scheme does. */
final class SchemeLoaderTest {
  @TempDir private Path root;

  @Test
  void load_readsTheStatusOfARefusal(@TempDir Path folder) {
    String forbidden = AcmeScheme.GOOD.replace("  refusal:", "  refusal-status: 403\n  refusal:");

    assertThat(AcmeScheme.load(folder, AcmeScheme.GOOD).service().refusalStatus()).isEqualTo(401);
    assertThat(AcmeScheme.load(folder, forbidden).service().refusalStatus()).isEqualTo(403);
  }

  @Test
  void load_readsWhatTheFileSays() {
    Scheme scheme = AcmeScheme.load(root, AcmeScheme.GOOD);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);

    assertThat(scheme.id()).isEqualTo("acme");
    assertThat(scheme.hasDeployedProfile()).isFalse();
    assertThat(scheme.documents())
        .containsExactly(new Document("page", "The page", "none kept", Optional.empty()));
    assertThat(scheme.credentialFields())
        .containsExactly(
            new CredentialField("key", CredentialRole.KEY_ID, "k"),
            new CredentialField("secret", CredentialRole.SECRET, "s"));
    assertThat(rules.stringToSign()).containsExactly(new Part.Method(), new Part.Timestamp());
    assertThat(rules.proof())
        .isEqualTo(new Proof.Mac(Algorithm.HMAC_SHA256, "secret", KeyEncoding.UTF_8, Encoding.HEX));
    assertThat(rules.timestamp())
        .contains(
            new TimestampRule(
                TimestampFormat.UNIX_SECONDS,
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(Duration.ZERO)));
  }

  @Test
  void document_saysWhereItIsPublished() {
    String published =
        AcmeScheme.GOOD.replace("none kept", "none kept, url: 'https://acme.example/x'");

    assertThat(AcmeScheme.load(root, published).documents().get(0).url())
        .contains("https://acme.example/x");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> AcmeScheme.load(root, published.replace("https:", "javascript:")))
        .withMessageContaining("is no address of a page; write it from https:// on");
  }

  @Test
  void profile_replacesOnlyTheRulesThatItWrites() {
    Scheme scheme =
        AcmeScheme.load(
            root,
            AcmeScheme.GOOD + "profiles:\n  deployed:\n    timestamp: {format: unix-millis}\n");

    assertThat(scheme.hasDeployedProfile()).isTrue();
    assertThat(scheme.rules(Profile.DEPLOYED).stringToSign())
        .isEqualTo(scheme.rules(Profile.DOCUMENTED).stringToSign());
    assertThat(scheme.rules(Profile.DEPLOYED).timestamp().orElseThrow())
        .isEqualTo(
            new TimestampRule(TimestampFormat.UNIX_MILLIS, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"accepted,", "rejected, PT0S", "PT30S, PT30S", "PT5M, PT5M", "P1D, PT24H"})
  void future_isTakenOrRefused_orTakenUpToADuration(String written, @Nullable Duration ahead) {
    Scheme scheme =
        AcmeScheme.load(root, AcmeScheme.GOOD.replace("future: rejected", "future: " + written));

    assertThat(scheme.rules(Profile.DOCUMENTED).timestamp().orElseThrow().maxAhead())
        .isEqualTo(Optional.ofNullable(ahead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "acme_1", "1acme", "-acme", "acme.one", "acme one"})
  void folderNameThatIsNoId_isRefused(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(
        folder.resolve("scheme.yaml"), AcmeScheme.GOOD.replace("scheme: acme", "scheme: " + name));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> SchemeLoader.load(folder))
        .withMessageEndingWith(
            "scheme.yaml:1:9: '" + name + "' is no scheme id; write it in lower case with hyphens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "acme-1", "z--90"})
  void folderNameInLowerCaseWithDigitsAndHyphens_isAnId(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(
        folder.resolve("scheme.yaml"), AcmeScheme.GOOD.replace("scheme: acme", "scheme: " + name));

    assertThat(SchemeLoader.load(folder).id()).isEqualTo(name);
  }
}
