package io.jinqiao.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registry asked for when it sent a case back (补正), handed in by the bank's branch.
 *
 * @param supplementNo the centre's number of it
 * @param attachments what is handed in; sent apart where the registry takes files apart
 */
public record RegistrationSupplement(
        String supplementNo, String caseNo, String registryNo, List<Material> attachments, @Nullable String remark) implements CanonicalMessage, NeedsScans {

    /** The receipt. */
    public record Answer(String caseNo, Instant receivedAt) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("caseNo", 32), f.instant("receivedAt"));
        }

        public Content.Group content() {
            return Content.group().put("caseNo", caseNo).put("receivedAt", receivedAt).build();
        }
    }

    static RegistrationSupplement read(Fields f) {
        RegistrationSupplement read = new RegistrationSupplement(
                f.text("supplementNo", 32),
                f.text("caseNo", 32),
                f.text("registryNo", 50),
                f.rows("attachments", 0, 50, Material::read),
                f.optionalText("remark", 500));
        f.refuseProblems();
        return read;
    }

    @Override
    public RegistrationSupplement with(Scans scans) {
        return new RegistrationSupplement(supplementNo, caseNo, registryNo, attachments.stream().map(one -> one.with(scans)).toList(), remark);
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_SUPPLEMENT;
    }

    @Override
    public String businessKey() {
        return supplementNo;
    }

    @Override
    public String subject() {
        return caseNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("supplementNo", supplementNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .rows("attachments", attachments.stream().map(Material::content).toList())
                .put("remark", remark)
                .build();
    }
}
