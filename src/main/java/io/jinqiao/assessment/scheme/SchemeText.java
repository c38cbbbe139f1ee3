package io.jinqiao.assessment.scheme;

import io.jinqiao.message.Words;
import java.util.ArrayList;
import java.util.List;

/** A scheme as lines that say all that a score follows from, kept with every score and exported with it: who computes it again needs nothing of ours. */
public final class SchemeText {
    private SchemeText() {}

    /** Parts of a line are parted by tabs; no formula has one. */
    public static String of(Scheme scheme) {
        List<String> lines = new ArrayList<>();
        scheme.derived().forEach((name, formula) -> lines.add(line("derived", name, formula)));
        scheme.indicators().forEach(i -> lines.add(line(
                "indicator", i.id(), i.of(), i.per(), i.times(), i.full().toPlainString(), i.zero().toPlainString(), i.weight().toPlainString(), i.sample(), i.least())));
        scheme.bands().forEach(band -> lines.add(line("band", band.grade(), band.from().toPlainString(), band.coefficient().toPlainString(), Words.of(band.proposes()))));
        lines.add(scheme.ramp() == null ? line("coefficient", Words.of(scheme.coefficient())) : line("coefficient", Words.of(scheme.coefficient()), scheme.ramp().toPlainString()));
        lines.add(line("minimum-weight", scheme.minimumWeight().toPlainString()));
        if (scheme.minimumSample() != null) {
            lines.add(line("minimum-sample", scheme.minimumSample().of(), scheme.minimumSample().least()));
        }
        if (scheme.veto() != null) {
            lines.add(line("veto", scheme.veto().when(), scheme.veto().grade()));
        }
        if (scheme.repeat() != null) {
            lines.add(line("twice-running", scheme.repeat().grade(), scheme.repeat().becomes()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(part.toString().replaceAll("\\s+", " "));
        }
        return String.join("\t", texts);
    }
}
