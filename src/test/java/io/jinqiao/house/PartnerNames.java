package io.jinqiao.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a partner's name stands although only its own folder may say it. */
final class PartnerNames {
    /** The letters in a row are nobody's name, though a bank's may begin like them. */
    private static final String ALPHABET = "(?i:abcdef)";

    private PartnerNames() {}

    static List<String> found(Map<String, String> files, Collection<String> partners) {
        List<String> found = new ArrayList<>();
        for (String partner : partners) {
            String inCamelCase = Character.toUpperCase(partner.charAt(0)) + partner.substring(1);
            Pattern name = Pattern.compile("(?<![A-Za-z])(?!" + ALPHABET + ")(?i:" + Pattern.quote(partner) + ")(?![a-z])|"
                    + Pattern.quote(inCamelCase) + "(?![a-z])");
            files.forEach((path, text) -> {
                if (name.matcher(text).find()) {
                    found.add(path + " names the partner " + partner);
                }
            });
        }
        return found;
    }
}
