package io.jinqiao.workbench.bench.codec;

import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench codec}: the loan application in every bank's words, beside plain Jackson. */
@Command(
        name = "codec",
        description = {
            "Content of a loan application to our words and back, every bank, beside Jackson binding to a hand-written class. By CPU time.",
            "贷款申请报文内容的编解码与映射，按 CPU 时间，与手写 Jackson 绑定并列。"
        })
public final class CodecBench implements Callable<Integer> {
    /** For whom the peer's classes were written. */
    private static final List<String> WRITTEN_FOR = List.of("icbc", "abc");

    @Option(names = "--seconds", description = "CPU seconds for each figure, warming among them", defaultValue = "5")
    double seconds;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        List<BankContents> banks = BankContents.all();
        try (BenchFolder folder = BenchFolder.make()) {
            return compare(banks, peer(banks, false, folder.path()), peer(banks, true, folder.path()));
        }
    }

    private int compare(List<BankContents> banks, Figure jsonPeer, Figure xmlPeer) throws Exception {
        System.out.println(Figure.HEAD);
        System.out.println(jsonPeer.words(jsonPeer));
        System.out.println(xmlPeer.words(xmlPeer));
        // once all of them before anything counts: a gateway speaks every language, and its code is compiled for all
        banks.forEach(bank -> bank.measure(seconds / 4));
        List<Figure> figures = new ArrayList<>();
        double worst = 0;
        for (BankContents bank : banks) {
            Figure figure = bank.measure(seconds);
            Figure beside = bank.xml() ? xmlPeer : jsonPeer;
            System.out.println(figure.words(beside));
            worst = Math.max(worst, figure.times(beside));
            figures.add(figure);
        }
        System.out.printf("most: %.2f times the hand-written binding, both ways together (aim: at most 1.5)%n", worst);
        if (json != null) {
            write(figures, jsonPeer, xmlPeer, worst);
        }
        return 0;
    }

    private Figure peer(List<BankContents> banks, boolean xml, Path work) throws Exception {
        BankContents written = banks.stream()
                .filter(bank -> WRITTEN_FOR.contains(bank.bank()) && bank.xml() == xml)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the peer's classes were written for " + WRITTEN_FOR + ", which are not here"));
        return new HandWritten(work).measure(xml, written.payload(), seconds);
    }

    /** The value is the slowest bank's; its peer is the binding of the same form. */
    private void write(List<Figure> figures, Figure jsonPeer, Figure xmlPeer, double worst) {
        Figure slowest = figures.stream()
                .max(java.util.Comparator.comparingDouble(f -> f.times(f.form().equals("xml") ? xmlPeer : jsonPeer)))
                .orElseThrow();
        Figure peer = slowest.form().equals("xml") ? xmlPeer : jsonPeer;
        BenchResult result = new BenchResult("codec", 1e6 / (slowest.decode() + slowest.encode()), "messages/s both ways, " + slowest.who())
                .peer("Jackson " + peer.form() + ", hand-written class", 1e6 / (peer.decode() + peer.encode()))
                .detail("banks", figures)
                .detail("peers", List.of(jsonPeer, xmlPeer))
                .detail("times the peer's CPU, most", worst);
        result.write(java.util.Objects.requireNonNull(json), "bench codec --seconds " + seconds);
    }
}
