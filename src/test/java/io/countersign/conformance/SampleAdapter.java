package io.countersign.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.Node;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestJson;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.target.Call;
import io.countersign.target.ReferenceSigner;
import io.countersign.target.Signed;
import io.countersign.target.SignerUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that speaks the adapter protocol and signs under one scheme: rightly, with a mistake,
 * or until it crashes.
 */
public final class SampleAdapter {
  private static final String SCHEME = "rmtrack";

  private final Scheme scheme = Runs.subjects(Runs.FEATURES, List.of(SCHEME)).get(0).scheme();
  private final SignerUnderTest signer;

  private SampleAdapter(String manner) {
    this.signer =
        switch (manner) {
          case "deviating" -> BrokenSigners.over(BrokenSigners::withoutLast);
          case "crashing" ->
              call -> {
                throw new IllegalStateException("crashed");
              };
          default -> new ReferenceSigner();
        };
  }

  /** The command line that starts it. */
  public static String command(String manner) {
    return String.join(
        " ",
        quoted(System.getProperty("java.home") + "/bin/java"),
        "-XX:TieredStopAtLevel=1",
        quoted("-Dcountersign.home=" + Runs.FEATURES.getParent().toAbsolutePath()),
        "-cp",
        quoted(System.getProperty("java.class.path")),
        SampleAdapter.class.getName(),
        manner);
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  public static void main(String[] args) throws IOException {
    SampleAdapter adapter = new SampleAdapter(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(adapter.answer(Fields.open(Documents.readJson("line", line), "a question")));
    }
  }

  private String answer(Fields question) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("id", Integer.parseInt(((Node.Scalar) question.required("id")).text()));
      if (question.text("op").equals("hello")) {
        json.writeStringField("name", "sample");
        json.writeFieldName("schemes");
        json.writeArray(new String[] {SCHEME}, 0, 1);
        json.writeFieldName("ops");
        json.writeArray(new String[] {"sign"}, 0, 1);
      } else {
        json.writeFieldName("request");
        RequestJson.write(sign(question), json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private HttpRequest sign(Fields question) {
    Fields given = Fields.open(question.required("credentials"), "credentials");
    Map<String, String> values = new LinkedHashMap<>();
    given.names().forEach(name -> values.put(name, given.text(name)));
    Call call =
        new Call(
            scheme,
            Profile.DOCUMENTED,
            Credentials.of(scheme, values),
            Instant.parse(question.text("time")),
            RequestJson.read(question.required("request")));
    return ((Signed.Done) signer.sign(call)).request();
  }
}
