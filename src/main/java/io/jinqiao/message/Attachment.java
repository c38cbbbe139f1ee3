package io.jinqiao.message;


/**
 * One scan, whole or in chunks (附件). Chunks may come in any order and again; the scan is there when all of them are.
 *
 * @param digest of the whole scan
 * @param size of the whole scan in bytes, up to 20 MiB
 * @param chunk number of this chunk from 1
 * @param chunks how many there are
 * @param bytes this chunk, Base64
 */
public record Attachment(
        String applicationNo,
        String kind,
        Digest digest,
        int size,
        int chunk,
        int chunks,
        String bytes)
        implements CanonicalMessage {

    static Attachment read(Fields f) {
        Attachment read = new Attachment(
                f.text("applicationNo", 32),
                f.text("kind", 40),
                f.value("digest", Digest::new),
                f.number("size", 1, 20 << 20),
                f.number("chunk", 1, 999),
                f.number("chunks", 1, 999),
                f.text("bytes", 4 << 20));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.ATTACHMENT;
    }

    @Override
    public String businessKey() {
        return applicationNo + "/" + digest + "/" + chunk + "of" + chunks;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("applicationNo", applicationNo)
                .put("kind", kind)
                .put("digest", digest)
                .put("size", size)
                .put("chunk", chunk)
                .put("chunks", chunks)
                .put("bytes", bytes)
                .build();
    }
}
