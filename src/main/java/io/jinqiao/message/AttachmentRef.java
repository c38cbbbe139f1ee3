package io.jinqiao.message;

/**
 * A scan named by its digest; the bytes travel apart, in {@link Attachment}.
 *
 * @param kind what it is, such as {@code identity-card}, {@code purchase-contract}; the list is data of the centre
 * @param size in bytes, up to 20 MiB
 */
public record AttachmentRef(String kind, Digest digest, int size) {
    static AttachmentRef read(Fields f) {
        return new AttachmentRef(f.text("kind", 40), f.value("digest", Digest::new), f.number("size", 1, 20 << 20));
    }

    Content.Group content() {
        return Content.group().put("kind", kind).put("digest", digest).put("size", size).build();
    }
}
