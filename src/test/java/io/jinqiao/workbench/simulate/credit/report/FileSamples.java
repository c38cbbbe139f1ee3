package io.jinqiao.workbench.simulate.credit.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** At least one bad file for every rule of files. */
final class FileSamples {
    private static final byte[] KEY = "invented-key-016".getBytes(StandardCharsets.US_ASCII);
    static final ReportSettings SEALED = ReportSettings.plain().compressed().sealedBy(new Seal(Seal.Mode.CBC, KEY));

    private FileSamples() {}

    static List<Sample> all() {
        return List.of(
                named("a serial number 000", name -> name.substring(0, 26) + "0000.txt", "ABN003"),
                named("a feedback flag", name -> name.substring(0, 29) + "1.txt", "ABN003"),
                named("no such day", name -> name.replace("20261001", "20261301"), "ABN003"),
                named("a record type nobody has", name -> name.replace("20261001210", "20261001999"), "ABN003"),
                named("an unknown provider", name -> name.replace("D19999999H0001", "D18888888H0001"), "ABN004"),
                new Sample("ABF009", "a name once more", ReportSettings.plain(), Samples.FOUNDATION.andThen(post -> post.send("D19999999H0001202610012100" + "9990.txt", good())), post -> post.send("D19999999H0001202610012100" + "9990.txt", good())),
                new Sample("ABF000", "another key", SEALED, Samples.NOTHING, post -> post.send(post.name("210"), ReportingDesk.wrapped(good(), ReportSettings.plain().compressed().sealedBy(new Seal(Seal.Mode.CBC, "another-key--016".getBytes(StandardCharsets.US_ASCII)))))),
                new Sample("ABF000", "not encrypted", SEALED, Samples.NOTHING, post -> post.send(post.name("210"), "clear".getBytes(StandardCharsets.US_ASCII))),
                new Sample("ABF001", "not compressed", ReportSettings.plain().compressed(), Samples.NOTHING, post -> post.send(post.name("210"), good())),
                text("ABF011", "GB18030", text -> text, Charset.forName("GB18030")),
                text("ABF002", "nothing", text -> ""),
                text("ABF002", "a byte order mark", text -> "\uFEFF" + text),
                text("ABF010", "LF", text -> text.replace("\r\n", "\n")),
                text("ABF010", "an empty line", text -> text + "\r\n\r\n"),
                text("ABF008", "a line of ten million and one", text -> text + "\r\n" + "x".repeat(10_000_001)),
                text("ABH005 file: 文件头", "another start mark", text -> "B" + text.substring(1)),
                text("ABH005 file: 文件头", "49 characters", text -> text.substring(1)),
                text("ABH006", "a version nobody has", text -> text.replaceFirst("2\\.0\\.0", "1.0.0")),
                text("ABH006", "a template of persons", text -> text.replaceFirst("2\\.0\\.0  ", "2.0.090")),
                text("ABF007", "another day than the name's", text -> text.replaceFirst("20261001083000", "20260930083000")),
                text("ABH005 file: 记录数", "two announced, one there", text -> text.replaceFirst("0000001\r\n", "0000002\r\n")));
    }

    static byte[] good() {
        return Post.text("210", List.of(Line.stock())).getBytes(StandardCharsets.UTF_8);
    }

    private static Sample named(String what, UnaryOperator<String> spoilt, String rule) {
        return new Sample(rule, what, ReportSettings.plain(), Samples.FOUNDATION, post -> post.send(spoilt.apply(post.name("210")), good()));
    }

    private static Sample text(String rule, String what, UnaryOperator<String> spoilt) {
        return text(rule, what, spoilt, StandardCharsets.UTF_8);
    }

    private static Sample text(String rule, String what, UnaryOperator<String> spoilt, Charset charset) {
        return new Sample(rule, what, ReportSettings.plain(), Samples.FOUNDATION, post -> post.send(post.name("210"), spoilt.apply(new String(good(), StandardCharsets.UTF_8)).getBytes(charset)));
    }
}
