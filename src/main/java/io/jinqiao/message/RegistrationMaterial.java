package io.jinqiao.message;

import java.util.Base64;

/**
 * One part of one file the registry needs for a case (申请材料), at registries that take files apart from applications. Parts are sent one after the other,
 * the next when the one before was taken.
 *
 * @param kind what it is, in the words of {@link AttachmentRef}
 * @param digest of the whole file
 * @param size of the whole file in bytes
 * @param part number of this part from 1
 * @param parts how many there are
 * @param bytes this part, Base64
 */
public record RegistrationMaterial(
        String caseNo, String registryNo, String kind, Digest digest, int size, int part, int parts, String bytes) implements CanonicalMessage {

    /**
     * A part whose bytes are still with the loan.
     *
     * @param longest bytes of every part but the last
     */
    public record Wanted(String caseNo, String registryNo, AttachmentRef file, int part, int longest) implements NeedsScans {
        @Override
        public RegistrationMaterial with(Scans scans) {
            int from = (part - 1) * longest;
            byte[] bytes = scans.read(file.digest(), from, Math.min(longest, file.size() - from));
            return new RegistrationMaterial(
                    caseNo, registryNo, file.kind(), file.digest(), file.size(), part, parts(file.size(), longest), Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** How many parts a file is sent in. */
    public static int parts(int size, int longest) {
        return (size + longest - 1) / longest;
    }

    /**
     * @param received parts of this file that are there
     * @param complete whether all are, and make the file of this digest
     */
    public record Answer(Digest digest, int received, boolean complete) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.value("digest", Digest::new), f.number("received", 0, 9999), f.flag("complete"));
        }

        public Content.Group content() {
            return Content.group().put("digest", digest).put("received", received).put("complete", complete).build();
        }
    }

    static RegistrationMaterial read(Fields f) {
        RegistrationMaterial read = new RegistrationMaterial(
                f.text("caseNo", 32),
                f.text("registryNo", 50),
                f.text("kind", 40),
                f.value("digest", Digest::new),
                f.number("size", 1, 20 << 20),
                f.number("part", 1, 9999),
                f.number("parts", 1, 9999),
                f.text("bytes", 8 << 20));
        if (read.part() > read.parts()) {
            f.problem("part", FailureCode.NUMBER_OUT_OF_RANGE, "1", "" + read.parts());
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_MATERIAL;
    }

    @Override
    public String businessKey() {
        return caseNo + "/" + digest + "/" + part + "of" + parts;
    }

    @Override
    public String subject() {
        return caseNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .put("kind", kind)
                .put("digest", digest)
                .put("size", size)
                .put("part", part)
                .put("parts", parts)
                .put("bytes", bytes)
                .build();
    }

    /** A scan is personal data. */
    @Override
    public String toString() {
        return businessKey();
    }
}
