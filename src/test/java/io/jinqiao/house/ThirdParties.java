package io.jinqiao.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which room alone may import a library.
 *
 * @param packages of the library
 * @param rooms package patterns below the base package
 */
record ThirdParties(String library, List<String> packages, List<String> rooms, String because) {
    static final List<ThirdParties> TABLE = List.of(
            new ThirdParties(
                    "Bouncy Castle",
                    List.of("org.bouncycastle.."),
                    List.of("signing..", "opinion..", "workbench.certs..", "workbench.simulate.bank.."),
                    "keys, certificates and signatures are reviewed in one room"),
            new ThirdParties(
                    "YAML",
                    List.of("org.yaml.snakeyaml..", "com.fasterxml.jackson.dataformat.yaml.."),
                    List.of("rulebook.."),
                    "a data file is read in one place, where every problem gets its file and line"),
            new ThirdParties(
                    "Woodstox",
                    List.of("com.ctc.wstx..", "org.codehaus.stax2.."),
                    List.of("adapter.codec.."),
                    "XML from outside is read by one strict reader"),
            new ThirdParties(
                    "CXF",
                    List.of("org.apache.cxf.."),
                    List.of("adapter.soap.."),
                    "an engine that reads and writes envelopes needs neither connections nor partners"),
            new ThirdParties(
                    "WSS4J",
                    List.of("org.apache.wss4j..", "org.apache.xml.security.."),
                    List.of("adapter.soap.."),
                    "what a signature of an envelope must cover is decided in one place"),
            new ThirdParties(
                    "db-scheduler",
                    List.of("com.github.kagkarlsson.."),
                    List.of("timetable.."),
                    "jobs are named and cluster-safe in one room"),
            new ThirdParties(
                    "Resilience4j",
                    List.of("io.github.resilience4j.."),
                    List.of("delivery.."),
                    "the breaker is asked before a row is leased, so that a failing partner costs no retry budget"),
            new ThirdParties(
                    "JSON Schema",
                    List.of("com.networknt.."),
                    List.of("rulebook..", "adapter.."),
                    "schemas belong to data files and descriptors"),
            new ThirdParties(
                    "PDFBox",
                    List.of("org.apache.pdfbox..", "org.apache.fontbox.."),
                    List.of("opinion.."),
                    "documents are drawn and sealed in one room"),
            new ThirdParties("ZXing", List.of("com.google.zxing.."), List.of("opinion.."), "only documents carry codes"),
            new ThirdParties(
                    "XChart",
                    List.of("org.knowm.xchart..", "de.erichseifert.vectorgraphics2d.."),
                    List.of("console.charts.."),
                    "every chart looks alike"),
            new ThirdParties(
                    "Camel",
                    List.of("org.apache.camel.."),
                    List.of("flow..", "adapter.channel.."),
                    "Camel sees bytes or canonical messages, never a stage between"),
            new ThirdParties(
                    "Spring MVC",
                    List.of("org.springframework.web..", "jakarta.servlet.."),
                    List.of("console..", "", "workbench.."),
                    "people and the core system enter through the console"),
            new ThirdParties(
                    "WireMock",
                    List.of("com.github.tomakehurst.."),
                    List.of("workbench.."),
                    "simulators are not in the production jar"),
            new ThirdParties(
                    "embedded PostgreSQL",
                    List.of("io.zonky.."),
                    List.of("workbench.."),
                    "the production jar brings no database"),
            new ThirdParties(
                    "Apache SSHD",
                    List.of("org.apache.sshd.."),
                    List.of("workbench.."),
                    "the production jar is a client of SFTP servers, never one"),
            new ThirdParties("picocli", List.of("picocli.."), List.of("workbench.."), "commands are the workbench's"),
            new ThirdParties(
                    "HdrHistogram", List.of("org.HdrHistogram.."), List.of("workbench.."), "measuring is the workbench's"),
            new ThirdParties(
                    "FastExcel",
                    List.of("org.dhatim.."),
                    List.of("workbench.partner.."),
                    "only a new partner's field table is a workbook"),
            new ThirdParties("CEL", List.of("dev.cel.."), List.of("assessment.scheme.."), "formulas stand in schemes and nowhere else"),
            new ThirdParties(
                    "Commons CSV",
                    List.of("org.apache.commons.csv.."),
                    List.of("workbench.partner.."),
                    "files of partners are read by our own layouts"));

    /** Nobody below {@code base} but the rooms imports the library. */
    ArchRule rule(String base) {
        String[] allowed = rooms.stream().map(r -> r.isEmpty() ? base : base + "." + r).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .because(because);
    }

    List<String> violations(String base, JavaClasses classes) {
        return rule(base).evaluate(classes).getFailureReport().getDetails();
    }

    /** The room {@code message} knows the JDK, its text form and the annotations that say what it is. */
    static List<String> messageImports(String base, JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(base + ".message..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(Stream.of(
                                "java..",
                                "com.fasterxml.jackson.core..",
                                "org.jspecify.annotations..",
                                "org.springframework.modulith..",
                                base + ".message..")
                        .toArray(String[]::new))
                .because("the centre's words depend on nobody's library");
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
