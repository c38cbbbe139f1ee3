package io.jinqiao.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bank hands in after an application was returned (补件).
 *
 * @param supplementNo the bank's number of this supplement
 * @param attachments the items handed in, by digest
 */
public record ApplicationSupplement(
        String supplementNo,
        String applicationNo,
        List<AttachmentRef> attachments,
        @Nullable String remark)
        implements CanonicalMessage {

    static ApplicationSupplement read(Fields f) {
        ApplicationSupplement read = new ApplicationSupplement(
                f.text("supplementNo", 32),
                f.text("applicationNo", 32),
                f.rows("attachments", 0, 50, AttachmentRef::read),
                f.optionalText("remark", 500));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.APPLICATION_SUPPLEMENT;
    }

    @Override
    public String businessKey() {
        return supplementNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("supplementNo", supplementNo)
                .put("applicationNo", applicationNo)
                .rows("attachments", attachments.stream().map(AttachmentRef::content).toList())
                .put("remark", remark)
                .build();
    }
}
