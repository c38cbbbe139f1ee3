package io.jinqiao.workbench.bench.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads {@code mutations.xml} of a run, with the changed lines from the sources of the checkout. */
final class PitReport {
    private final Path checkout;
    private final Map<Path, List<String>> sources = new HashMap<>();

    PitReport(Path checkout) {
        this.checkout = checkout;
    }

    /** @throws IOException when there is no report, or it is none */
    List<Mutant> read(Path folder) throws IOException {
        NodeList found = parse(checkout.resolve(folder).resolve("mutations.xml")).getElementsByTagName("mutation");
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            mutants.add(mutant((Element) found.item(i)));
        }
        return mutants;
    }

    private Mutant mutant(Element element) throws IOException {
        String type = text(element, "mutatedClass");
        int line = Integer.parseInt(text(element, "lineNumber"));
        String below = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + text(element, "sourceFile");
        return new Mutant(
                type.startsWith(Mutant.BASE) ? type.substring(Mutant.BASE.length()) : type,
                text(element, "mutatedMethod"),
                text(element, "description"),
                line,
                code(checkout.resolve("src/main/java").resolve(below), line),
                noticed(element));
    }

    /** PIT counts a virtual machine that broke down as noticed; no test said so. */
    private static boolean noticed(Element element) {
        return Boolean.parseBoolean(element.getAttribute("detected")) && !element.getAttribute("status").equals("RUN_ERROR");
    }

    private String code(Path source, int line) throws IOException {
        if (!sources.containsKey(source)) {
            sources.put(source, Files.exists(source) ? Files.readAllLines(source) : List.of());
        }
        List<String> lines = sources.get(source);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report of PIT", e);
        }
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
