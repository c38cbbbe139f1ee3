package io.jinqiao.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a partner's name stands although only its own folder may say it. */
final class PartnerNames {
    /** The letters in a row are nobody's name, though a bank's may begin like them. */
    private static final String ALPHABET = "(?i:abcdef)";

    /** A folder may be called by a word of the trade: that word is a partner's name only where it can act, as a whole text in quotation marks. */
    private static final Set<String> WORDS_OF_THE_TRADE = Set.of("registry");

    private PartnerNames() {}

    static List<String> found(Map<String, String> files, Collection<String> partners) {
        List<String> found = new ArrayList<>();
        for (String partner : partners) {
            Pattern name = name(partner);
            files.forEach((path, text) -> {
                // the schemas of rules list roles, and a role is nobody's name
                boolean role = path.endsWith(".schema.json") && WORDS_OF_THE_TRADE.contains(partner);
                if (!role && name.matcher(text).find()) {
                    found.add(path + " names the partner " + partner);
                }
            });
        }
        return found;
    }

    private static Pattern name(String partner) {
        if (WORDS_OF_THE_TRADE.contains(partner)) {
            return Pattern.compile("[\"']" + Pattern.quote(partner) + "[\"']");
        }
        String inCamelCase = Character.toUpperCase(partner.charAt(0)) + partner.substring(1);
        return Pattern.compile("(?<![A-Za-z])(?!" + ALPHABET + ")(?i:" + Pattern.quote(partner) + ")(?![a-z])|"
                + Pattern.quote(inCamelCase) + "(?![a-z])");
    }
}
