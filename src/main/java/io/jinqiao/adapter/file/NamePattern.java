package io.jinqiao.adapter.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, with places of its head in braces: {@code HF_{accountingDate:yyyyMMdd}_{fileNo}.txt}. A place without a date pattern
 * is letters, digits, dots, dashes and low lines; {@code {name}} is the name of the file a marker belongs to.
 */
public final class NamePattern {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([A-Za-z]+))?}");
    private static final String ANYTHING = "([A-Za-z0-9._-]{1,128})";

    private record Place(String name, @Nullable DateTimeFormatter date) {}

    private final String pattern;
    private final Pattern regex;
    private final List<Place> places = new ArrayList<>();

    /** @throws IllegalArgumentException for a date pattern that is none, or a path */
    public NamePattern(String pattern) {
        this.pattern = pattern;
        if (pattern.contains("/") || pattern.contains("\\")) {
            throw new IllegalArgumentException("文件名不能是路径 / a name is no path");
        }
        StringBuilder regex = new StringBuilder();
        Matcher found = PLACE.matcher(pattern);
        int at = 0;
        while (found.find()) {
            regex.append(Pattern.quote(pattern.substring(at, found.start())));
            String date = found.group(2);
            places.add(new Place(found.group(1), date == null ? null : strict(date)));
            regex.append(date == null ? ANYTHING : "([0-9-]{" + date.length() + "})");
            at = found.end();
        }
        regex.append(Pattern.quote(pattern.substring(at)));
        this.regex = Pattern.compile(regex.toString());
    }

    /** A day that is none, such as 30 February, is not moved to one that is: two names would say the same. Strictly read, a year is {@code u}. */
    private static DateTimeFormatter strict(String date) {
        return DateTimeFormatter.ofPattern(date.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The names of the places in it. */
    public List<String> places() {
        return places.stream().map(Place::name).toList();
    }

    /** The same as a regular expression; without a plus sign, which an address would turn into a blank. */
    public String expression() {
        return regex.pattern();
    }

    /** What a name says, in canonical texts; empty when it is none of this pattern. */
    public Optional<Map<String, String>> read(String name) {
        Matcher matcher = regex.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        try {
            for (int i = 0; i < places.size(); i++) {
                DateTimeFormatter date = places.get(i).date();
                String text = matcher.group(i + 1);
                found.put(places.get(i).name(), date == null ? text : LocalDate.parse(text, date).toString());
            }
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** @param values canonical texts by place; an absent one becomes a dash */
    public String write(Map<String, String> values) {
        Matcher found = PLACE.matcher(pattern);
        StringBuilder name = new StringBuilder();
        for (Place place : places) {
            found.find();
            String value = values.getOrDefault(place.name(), "");
            String text = value.isEmpty() ? "-" : place.date() == null ? value : LocalDate.parse(value).format(place.date());
            found.appendReplacement(name, Matcher.quoteReplacement(text));
        }
        return found.appendTail(name).toString();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
