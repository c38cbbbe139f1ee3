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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every operation of one folder, in each direction it may go, without sending anything: golden, good, boundary and hostile. */
final class CodecConformance {
    private static final Words NO_SEED = new Words("没有可读的样例作种子", "no sample can be read to begin from");

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
                List<Subject> subjects = subjects(operation, centreSpeaks);
                if (subjects.isEmpty()) {
                    notMade(operation, centreSpeaks, NO_SEED);
                }
                for (Subject subject : subjects) {
                    good.run(subject);
                    boundary.run(subject);
                    hostile.run(subject);
                }
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

    /** One, or one for each word of the samples that chooses other lines. */
    private List<Subject> subjects(Operation operation, boolean centreSpeaks) {
        List<Content.Group> seeds = samples.stream()
                .filter(sample -> sample.name().startsWith(operation.id() + ".") && !sample.faulty())
                .map(Sample::canonical)
                .distinct()
                .toList();
        String chooser = agreement.chooser(operation);
        if (chooser == null) {
            return seeds.isEmpty() ? List.of() : List.of(new Subject(centre, agreement, operation, centreSpeaks, "", seeds));
        }
        Map<String, List<Content.Group>> byWord = new TreeMap<>();
        seeds.forEach(seed -> byWord.computeIfAbsent(word(seed, chooser), none -> new ArrayList<>()).add(seed));
        return byWord.entrySet().stream()
                .map(of -> new Subject(centre, agreement.choosing(operation, of.getKey()), operation, centreSpeaks, of.getKey(), of.getValue()))
                .toList();
    }

    private static String word(Content.Group seed, String chooser) {
        return Tree.get(seed, List.of((Object[]) chooser.split("[.]"))) instanceof Content.Text text ? text.value() : "";
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
