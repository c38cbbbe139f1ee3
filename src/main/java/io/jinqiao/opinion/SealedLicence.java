package io.jinqiao.opinion;

import java.util.Map;

/**
 * An electronic licence somebody else sealed (电子证照), as it was found.
 *
 * @param verdict on file and seal; whether it fits what it is shown for is not in it
 * @param metadata what stands in it by name, such as {@code ZZBS}; not to be read unless the verdict is good
 * @param text of its pages without blanks; the same holds
 */
public record SealedLicence(DocumentVerdict verdict, Map<String, String> metadata, String text) {
    public SealedLicence {
        metadata = Map.copyOf(metadata);
    }

    /** What it says is somebody's personal data. */
    @Override
    public String toString() {
        return verdict.format() + " " + verdict.result();
    }
}
