package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.check.OpenMarks;
import io.jinqiao.workbench.check.Placeholders;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.Build;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One run over one partner's folder. */
final class Conformance {
    private final Sources sources;
    private final Dialect centre;
    private final Map<FileKind, FileExchange> layouts;
    private final Map<String, Source> files;
    private final Agreement agreement;
    private final Recorder recorder;

    private Conformance(
            Sources sources, Dialect centre, Map<FileKind, FileExchange> layouts, Map<String, Source> files, Consumer<Result> progress) {
        this.sources = sources;
        this.centre = centre;
        this.layouts = layouts;
        this.files = files;
        this.agreement = new Agreement(files);
        Findings findings = new Findings(agreement, centre.descriptor().charset());
        this.recorder = new Recorder(progress, findings::unforeseen);
    }

    /**
     * @throws IllegalArgumentException when there is no such partner
     * @throws RulebookException with every problem of its folder, which {@code check} tells too
     */
    static Conformance of(Sources sources, String partner, Consumer<Result> progress) {
        return of(sources, partner, Sample.CLOCK, progress);
    }

    /** The same at another time than that of the samples. */
    static Conformance of(Sources sources, String partner, Clock clock, Consumer<Result> progress) {
        Folders folders = Folders.of(sources, partner);
        if (!folders.partners().contains(partner)) {
            throw new IllegalArgumentException("没有合作方 / no partner '" + partner + "'; known: " + new Folders(sources).partners());
        }
        Folders.Read read = folders.read(Placeholders::defaults, clock);
        Dialect centre = read.dialects().get(partner);
        if (centre == null) {
            List<RuleProblem> own = read.problems().stream().filter(problem -> problem.file().startsWith("adapters/" + partner + "/")).toList();
            throw new RulebookException(own);
        }
        return new Conformance(sources, centre, read.files().getOrDefault(partner, Map.of()), folders.files(partner), progress);
    }

    Dialect centre() {
        return centre;
    }

    Agreement agreement() {
        return agreement;
    }

    List<Sample> samples() {
        return Sample.of(centre, files);
    }

    Recorder recorder() {
        return recorder;
    }

    /** The stored bytes of the samples. */
    Conformance golden() {
        new CodecConformance(centre, layouts, files, agreement, recorder).golden();
        return this;
    }

    /** The same and everything that is made from the tables. */
    Conformance codec() {
        open();
        new CodecConformance(centre, layouts, files, agreement, recorder).run();
        return this;
    }

    /** Both directions over the real channel, in a house that is thrown away afterwards. @return how the other end was built */
    Words channel() {
        return channel(operation -> true);
    }

    /** @param which operations are tried */
    Words channel(Predicate<Operation> which) {
        try (LiveHouse house = LiveHouse.open(sources, centre.descriptor().partner().value())) {
            new BothWays(house, samples(), recorder, which).run(agreement, new Findings(agreement, centre.descriptor().charset()));
            return house.bank().build() == Build.MIRRORED
                    ? new Words("模拟器：本产品引擎反向运行（与产品共有的错误测不出）", "a simulator that is this engine in reverse: faults both share are not found")
                    : new Words("模拟器：独立实现，不用本产品的映射、编解码与签名", "a simulator of its own, without this product's mapping, codec and signing");
        } catch (LiveHouse.CannotOpen why) {
            BothWays.nothing(centre, recorder, why.words());
            return new Words("无：" + why.words().chinese(), "nobody: " + why.words().english());
        }
    }

    /** Every line nobody answered yet is a failure: what it says is a guess. */
    Conformance open() {
        String partner = centre.descriptor().partner().value();
        for (RuleProblem mark : OpenMarks.in(partner, files)) {
            Operation operation = about(mark.file());
            Words what = new Words("未决行", "a line that is still open");
            Trial trial = new Trial(operation, CodecConformance.directions(operation).get(0), Trial.Kind.GOOD, Trial.Level.CODEC, operation.id() + ".open." + mark.file().replaceFirst("^adapters/[^/]+/", "") + ":" + mark.line(), what);
            recorder.run(trial, () -> new Findings(agreement, centre.descriptor().charset()).line(mark));
        }
        return this;
    }

    /** Whose file it is; what is no operation's own stands with the first. */
    private Operation about(String file) {
        List<Operation> operations = centre.descriptor().operations().keySet().stream().sorted().toList();
        return operations.stream().filter(operation -> file.contains("/" + operation.id() + ".")).findFirst().orElse(operations.get(0));
    }

    List<Result> results() {
        return recorder.results();
    }
}
