package io.countersign.report;

import io.countersign.document.EnumWord;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Counts;
import io.countersign.suite.Course.StepResult;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}, in the dialect that build servers agree on: a suite is a scheme, a class is a
 * requirement. It also has the attributes and elements that only the strictest of its readers ask
 * for.
 */
final class JUnitXml {
  private static final DateTimeFormatter SECONDS_OF_UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Report report, Writer out) throws XMLStreamException {
    // The platform's own: what else is on the class path must not change how this is written.
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    new JUnitXml(xml).write(report);
    xml.close();
  }

  private void write(Report report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "Countersign");
    totals(report.run().counts(), report.run().duration());
    int id = 0;
    for (SchemeResult scheme : report.run().schemes()) {
      suite(report, scheme, id++);
    }
    end(0);
    line(0);
    xml.writeEndDocument();
  }

  private void totals(Counts counts, Duration duration) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(counts.total()));
    xml.writeAttribute("failures", Integer.toString(counts.failed()));
    xml.writeAttribute("errors", Integer.toString(counts.inconclusive()));
    xml.writeAttribute("time", seconds(duration));
  }

  private void suite(Report report, SchemeResult scheme, int id) throws XMLStreamException {
    Counts counts = Counts.of(scheme.cases());
    line(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", scheme.scheme().id());
    xml.writeAttribute("package", "countersign");
    xml.writeAttribute("id", Integer.toString(id));
    totals(counts, duration(scheme.cases()));
    xml.writeAttribute("skipped", Integer.toString(counts.skipped()));
    xml.writeAttribute("timestamp", SECONDS_OF_UTC.format(report.run().started()));
    xml.writeAttribute("hostname", "localhost");
    properties(report);
    for (RequirementFinding finding : RequirementFinding.of(scheme)) {
      for (ReportedCase each : finding.cases()) {
        testCase(finding, each);
      }
    }
    line(2);
    xml.writeEmptyElement("system-out");
    line(2);
    xml.writeEmptyElement("system-err");
    end(1);
  }

  private void properties(Report report) throws XMLStreamException {
    RunResult run = report.run();
    line(2);
    xml.writeStartElement("properties");
    property("countersign.version", report.version());
    property("countersign.target.kind", run.target().kind().word());
    property("countersign.target.name", run.target().name());
    property("countersign.profile", EnumWord.of(run.profile()));
    property("countersign.seed", Long.toString(run.seed()));
    for (Map.Entry<String, String> settled : report.settled().entrySet()) {
      property("countersign.settled." + settled.getKey(), settled.getValue());
    }
    end(2);
  }

  private void property(String name, String value) throws XMLStreamException {
    line(3);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", oneLine(value));
  }

  private void testCase(RequirementFinding finding, ReportedCase each) throws XMLStreamException {
    CaseResult result = each.result();
    line(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", finding.scheme().id() + "." + finding.shortId());
    xml.writeAttribute("name", oneLine(each.title()));
    xml.writeAttribute("time", seconds(result.course().duration()));
    switch (result.outcome()) {
      case FAILED -> problem("failure", each);
      case INCONCLUSIVE -> problem("error", each);
      case SKIPPED -> skipped(result);
      case PASSED, RECORDED -> {}
    }
    xml.writeEndElement();
  }

  private void skipped(CaseResult result) throws XMLStreamException {
    line(3);
    xml.writeEmptyElement("skipped");
    xml.writeAttribute("message", oneLine(result.message()));
    line(2);
  }

  private void problem(String element, ReportedCase each) throws XMLStreamException {
    CaseResult result = each.result();
    line(3);
    xml.writeStartElement(element);
    xml.writeAttribute("message", oneLine(result.message()));
    xml.writeAttribute("type", EnumWord.of(result.outcome()));
    xml.writeCharacters(details(each));
    xml.writeEndElement();
    line(2);
  }

  /** What a person who has only this file needs to see. */
  private static String details(ReportedCase each) {
    CaseResult result = each.result();
    StringBuilder details = new StringBuilder(result.message()).append('\n');
    for (StepResult step : result.course().steps()) {
      details.append('\n').append(step.text());
      details.append(" (").append(EnumWord.of(step.outcome())).append(')');
    }
    for (Attachment attachment : each.attachments()) {
      details.append("\n\n").append(attachment.name()).append(":\n").append(attachment.text());
    }
    return details.append('\n').toString();
  }

  /** Readers of XML turn the line breaks of an attribute into blanks anyway. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static Duration duration(Collection<CaseResult> cases) {
    return cases.stream()
        .map(each -> each.course().duration())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  private void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
