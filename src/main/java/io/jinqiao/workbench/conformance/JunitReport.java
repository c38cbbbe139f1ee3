package io.jinqiao.workbench.conformance;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The run as JUnit XML: a suite for each operation; what was not run is skipped, with its reason. */
final class JunitReport {
    private JunitReport() {}

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            counts(xml, "conformance " + report.partner(), report.results());
            Map<String, List<Result>> suites = report.results().stream()
                    .collect(Collectors.groupingBy(result -> result.trial().operation().id(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Result>> suite : suites.entrySet()) {
                suite(xml, report, suite.getKey(), suite.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, Report report, String operation, List<Result> results) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        counts(xml, report.partner() + "." + operation, results);
        xml.writeAttribute("timestamp", report.at().toString());
        for (Result result : results) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", report.partner() + "." + operation + "." + result.trial().kind().name().toLowerCase(Locale.ROOT));
            xml.writeAttribute("name", result.trial().name());
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", result.took().toNanos() / 1e9));
            outcome(xml, result.outcome());
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        if (outcome instanceof Outcome.NotRun notRun) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(notRun.why().toString()));
        } else if (outcome instanceof Outcome.Failed failed) {
            Finding finding = failed.finding();
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean("expected " + finding.expected() + ", found " + finding.found()));
            xml.writeCharacters(clean("our field: " + finding.ourField() + "\ntheir field: " + finding.theirField() + "\nclause: " + finding.clause()
                    + "\nlikely fix: " + finding.fix() + "\n" + HexText.text(finding.bytes(), finding.charset()) + "\n" + HexText.dump(finding.bytes())));
            xml.writeEndElement();
        }
    }

    private static void counts(XMLStreamWriter xml, String name, List<Result> results) throws XMLStreamException {
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", "" + results.size());
        xml.writeAttribute("failures", "" + results.stream().filter(Result::failed).count());
        xml.writeAttribute("skipped", "" + results.stream().filter(result -> !result.failed() && !result.passed()).count());
    }

    /** What XML cannot hold is shown as such. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "�");
    }
}
