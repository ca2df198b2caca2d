package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.scheme.Redactor;
import io.countersign.suite.RunResult;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class JUnitXmlTest {
  @Test
  void write_isValidForALargeRun() throws XMLStreamException {
    assertValid(xml(FabricatedRun.large()));
  }

  @Test
  void write_isValidWhateverAMessageHolds() throws Exception {
    String xml = xml(SmallRun.run(SmallRun.HOSTILE));

    assertValid(xml);
    assertThat(at(xml, "//failure/@message"))
        .contains("<script>alert(1)</script>", "\\u0000\\u001b\\ud800 é second line # third");
    assertThat(at(xml, "//failure")).contains("é\nsecond line");
  }

  @Test
  void write_isValidForNothingAtAll() throws XMLStreamException {
    assertValid(xml(FabricatedRun.run(List.of())));
  }

  @Test
  void write_countsEachOutcomeUnderTheNameThatBuildServersHaveForIt() throws Exception {
    String xml = xml(SmallRun.run());

    assertThat(at(xml, "/testsuites/@tests")).isEqualTo("7");
    assertThat(at(xml, "/testsuites/testsuite/@name")).isEqualTo("rmtrack");
    assertThat(at(xml, "//testsuite/@failures")).isEqualTo("1");
    assertThat(at(xml, "//testsuite/@errors")).isEqualTo("1");
    assertThat(at(xml, "//testsuite/@skipped")).isEqualTo("1");
    assertThat(at(xml, "//testsuite/@time")).isEqualTo("0.196");
    assertThat(at(xml, "//property[@name='countersign.seed']/@value")).isEqualTo("4711");
    assertThat(at(xml, "//property[@name='countersign.settled.rmtrack']/@value"))
        .isEqualTo("the server takes the *host*; its clock is right");
    assertThat(at(xml, "//testcase[failure]/@classname")).isEqualTo("rmtrack.path");
    assertThat(at(xml, "//testcase[failure]/@name")).isEqualTo("a plain path (verifier)");
    assertThat(at(xml, "//failure/@message")).isEqualTo("expected x but was y");
    assertThat(at(xml, "//failure"))
        .contains("When one octet of its path is changed (failed)", "string to sign:\n");
    assertThat(at(xml, "//error/@message")).isEqualTo("no answer");
    assertThat(at(xml, "//skipped/@message")).isEqualTo("no endpoint");
    assertThat(at(xml, "count(//testcase[@classname='rmtrack.path'])")).isEqualTo("3");
    assertThat(at(xml, "//testcase[3]/@name")).isEqualTo("a plain path #2 (verifier)");
  }

  private static String xml(RunResult run) throws XMLStreamException {
    StringWriter out = new StringWriter();
    JUnitXml.write(Report.of(run, Redactor.NONE, "0.1.0"), out);
    return out.toString();
  }

  private static void assertValid(String xml) {
    assertThatCode(
            () ->
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitXmlTest.class.getResource("/report/junit.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml))))
        .doesNotThrowAnyException();
  }

  private static String at(String xml, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }
}
