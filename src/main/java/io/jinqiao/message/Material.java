package io.jinqiao.message;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file the registry needs for a case.
 *
 * @param document the file, Base64, at registries that take files inside the application; null where they are named only, or sent apart
 */
public record Material(String kind, Digest digest, int size, @Nullable String document) {
    static Material of(AttachmentRef named) {
        return new Material(named.kind(), named.digest(), named.size(), null);
    }

    public static List<Material> named(List<AttachmentRef> named) {
        return named.stream().map(Material::of).toList();
    }

    Material with(NeedsScans.Scans scans) {
        return new Material(kind, digest, size, Base64.getEncoder().encodeToString(scans.read(digest, 0, size)));
    }

    public AttachmentRef name() {
        return new AttachmentRef(kind, digest, size);
    }

    static Material read(Fields f) {
        return new Material(f.text("kind", 40), f.value("digest", Digest::new), f.number("size", 1, 20 << 20), f.optionalText("document", 28 << 20));
    }

    Content.Group content() {
        return Content.group().put("kind", kind).put("digest", digest).put("size", size).put("document", document).build();
    }

    /** A scan is personal data. */
    @Override
    public String toString() {
        return kind + " " + digest;
    }
}
