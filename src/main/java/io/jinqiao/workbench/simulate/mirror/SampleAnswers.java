package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.samples.Sample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands in an answer no stub can write: the accepted sample of the operation, else nothing but the acceptance. */
final class SampleAnswers implements Function<Framed, Reply> {
    private final Map<Operation, Reply> answers = new EnumMap<>(Operation.class);

    /** @param samples of the partner's folder */
    SampleAnswers(List<Sample> samples) {
        samples.stream()
                .filter(sample -> sample.centreSpeaks() && !sample.faulty() && sample.reply().isAccepted())
                .forEach(sample -> answers.putIfAbsent(sample.framed().operation(), sample.reply()));
    }

    @Override
    public Reply apply(Framed framed) {
        return answers.getOrDefault(framed.operation(), new Reply.Accepted(Content.Group.EMPTY));
    }
}
