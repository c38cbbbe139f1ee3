package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Source;
import io.jinqiao.workbench.check.FolderSchemas;
import io.jinqiao.workbench.samples.FileSample;
import io.jinqiao.workbench.samples.Sample;
import java.util.List;
import java.util.Map;

/** Every operation of one folder, in each direction it may go, without sending anything: golden, good, boundary and hostile. */
final class CodecConformance {
    private static final Words NO_SEED = new Words("没有可读的样例作种子", "no sample can be read to begin from");
    private static final Words CHOSEN = new Words(
            "映射表按内容选行（chosen-by）：尚不能由它生成用例，只比对了样例", "the table chooses its lines by the content (chosen-by): no case can be made from it yet, only its samples were tried");

    private final Dialect centre;
    private final Map<String, Source> files;
    private final Agreement agreement;
    private final Recorder recorder;
    private final Findings findings;
    private final List<Sample> samples;
    private final List<FileSample> stored;

    CodecConformance(Dialect centre, Map<FileKind, FileExchange> layouts, Map<String, Source> files, Agreement agreement, Recorder recorder) {
        this.stored = FileSample.of(layouts, files);
        this.centre = centre;
        this.files = files;
        this.agreement = agreement;
        this.recorder = recorder;
        this.findings = new Findings(agreement, centre.descriptor().charset());
        this.samples = Sample.of(centre, files);
    }

    /** Only the stored bytes. */
    void golden() {
        GoldenTrials golden = new GoldenTrials(recorder, findings);
        samples.forEach(golden::run);
        FileTrials kept = new FileTrials(recorder, findings);
        stored.forEach(kept::run);
    }

    void run() {
        golden();
        Markup markup = new Markup(agreement.xml());
        String partner = centre.descriptor().partner().value();
        GoodTrials good = new GoodTrials(recorder, findings, new SchemaJudge(new FolderSchemas(partner, files)));
        BoundaryTrials boundary = new BoundaryTrials(recorder, findings, markup);
        HostileTrials hostile = new HostileTrials(recorder, findings, markup);
        for (Operation operation : centre.descriptor().operations().keySet().stream().sorted().toList()) {
            for (boolean centreSpeaks : directions(operation)) {
                if (agreement.chosen(operation)) {
                    notMade(operation, centreSpeaks, CHOSEN);
                    continue;
                }
                Subject subject = subject(operation, centreSpeaks);
                if (subject == null) {
                    notMade(operation, centreSpeaks, NO_SEED);
                    continue;
                }
                good.run(subject);
                boundary.run(subject);
                hostile.run(subject);
            }
        }
    }

    static List<Boolean> directions(Operation operation) {
        return switch (operation.direction()) {
            case TO_CENTRE -> List.of(false);
            case FROM_CENTRE -> List.of(true);
            case BOTH -> List.of(false, true);
        };
    }

    private @org.jspecify.annotations.Nullable Subject subject(Operation operation, boolean centreSpeaks) {
        List<Content.Group> seeds = samples.stream()
                .filter(sample -> sample.name().startsWith(operation.id() + ".") && !sample.faulty())
                .map(Sample::canonical)
                .distinct()
                .toList();
        return seeds.isEmpty() ? null : new Subject(centre, agreement, operation, centreSpeaks, seeds);
    }

    private void notMade(Operation operation, boolean centreSpeaks, Words why) {
        Trial trial = new Trial(
                operation,
                centreSpeaks,
                Trial.Kind.GOOD,
                Trial.Level.CODEC,
                operation.id() + ".good.generated",
                new Words("由映射表生成的用例", "cases made from the tables"));
        recorder.run(trial, () -> Outcome.notRun(why.chinese(), why.english()));
    }
}
