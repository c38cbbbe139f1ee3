package io.jinqiao.workbench.partner;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of another partner's {@code adapter.yaml} with a new name in it; everything else, comments too, stays as it is. */
final class NewDescriptor {
    private static final Pattern DEFAULT_ADDRESS = Pattern.compile("(\\$\\{[A-Z0-9_]+:[^}]*:)(\\d{2,5})}");
    private static final int FIRST_PORT = 9711;

    private final String like;
    private final String id;
    private final String taken;

    /** @param taken texts of every {@code adapter.yaml} there is, for the ports in them */
    NewDescriptor(String like, String id, String taken) {
        this.like = like;
        this.id = id;
        this.taken = taken;
    }

    String of(String adapter, LocalDate today) {
        String named = named(adapter)
                .replaceFirst("(?m)^title:.*$", Matcher.quoteReplacement("title: " + id + " (name to be filled in)"))
                .replaceFirst("(?m)^chinese-title:.*$", Matcher.quoteReplacement("chinese-title: " + id + "（名称待填）"))
                .replaceFirst("(?m)^  title:.*$", "  title: to be filled in / 待填")
                .replaceFirst("(?m)^  version:.*$", "  version: \"0\"")
                .replaceFirst("(?m)^  received:.*$", "  received: " + today)
                .replaceFirst("(?m)^environment:.*$", "environment: sim")
                .replaceAll(",? *uat-keys: \\[[^\\]]*]", "");
        return ports(named);
    }

    /** The new name wherever the old one stood as a word, in aliases, gates, user ids and placeholders. */
    String named(String text) {
        return text.replaceAll(isAWordOfTheTrade() ? actingName() : "(?<![A-Za-z0-9])" + like + "(?![A-Za-z0-9])", id)
                .replaceAll("\\$\\{" + constant(like) + "_", Matcher.quoteReplacement("${" + constant(id) + "_"));
    }

    private boolean isAWordOfTheTrade() {
        return Arrays.stream(PartnerDescriptor.Role.values()).anyMatch(role -> role.name().toLowerCase(Locale.ROOT).equals(like));
    }

    /** Such a word is a name only as the partner, in a path and at the head of an alias; elsewhere it says what somebody is. */
    private String actingName() {
        return "(?<=/|partner: )" + like + "(?![A-Za-z0-9])|(?<![A-Za-z0-9])" + like + "(?=-[a-z])";
    }

    /** Default addresses on this machine get ports nobody else's folder names. */
    private String ports(String text) {
        TreeSet<Integer> used = DEFAULT_ADDRESS.matcher(taken)
                .results()
                .map(address -> Integer.parseInt(address.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        return DEFAULT_ADDRESS.matcher(text).replaceAll((MatchResult address) -> {
            int port = FIRST_PORT;
            while (!used.add(port)) {
                port++;
            }
            return Matcher.quoteReplacement(address.group(1) + port + "}");
        });
    }

    private static String constant(String partner) {
        return partner.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
