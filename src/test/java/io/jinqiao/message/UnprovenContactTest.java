package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.samples.SampleService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A contact that is only ticked, with nothing that proves it, is none: it does not even come in. */
class UnprovenContactTest {
    @Test
    void aRecordOfAContactWithoutAReferenceIsRefused() {
        Content.Group told = SampleService.promised().content();
        Content.Group reference = (Content.Group) Objects.requireNonNull(told.get("reference"));
        assertThat(Operation.COLLECTION_RECORD.read(told)).isEqualTo(SampleService.promised());
        assertThat(refused(without(told, "reference"))).startsWith("reference").endsWith(FailureCode.FIELD_MISSING.code());
        assertThat(refused(told.with("reference", without(reference, "number")))).isEqualTo("reference.number " + FailureCode.FIELD_MISSING.code());
    }

    private static String refused(Content.Group told) {
        Problem problem = catchThrowableOfType(Refusal.class, () -> Operation.COLLECTION_RECORD.read(told)).problems().get(0);
        return problem.field() + " " + problem.code().code();
    }

    private static Content.Group without(Content.Group group, String name) {
        Map<String, Content> members = new LinkedHashMap<>(group.members());
        members.remove(name);
        return new Content.Group(members);
    }
}
