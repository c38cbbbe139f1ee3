package io.jinqiao.console.rest;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PlainText;
import io.jinqiao.message.Problem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A misspelt member of a command is told, with the members there are, instead of being passed over: somebody meant something by it. What
 * there is says the record of the {@link Body}, so what the description of the API promises is also what is taken.
 */
final class KnownMembers {
    /** A body of nothing but slips is not answered by a larger one. */
    private static final int MOST_TOLD = 50;
    private static final int LONGEST_SHOWN = 60;

    private final List<Problem> problems = new ArrayList<>();

    private KnownMembers() {}

    /** Every member of the body, however deep, that its record does not have. */
    static List<Problem> unknown(Content.Group body, Class<?> described) {
        KnownMembers members = new KnownMembers();
        members.check("", body, described);
        return members.problems;
    }

    private void check(String place, Content.Group group, Class<?> described) {
        Map<String, Type> known = new TreeMap<>();
        for (RecordComponent component : described.getRecordComponents()) {
            known.put(component.getName(), component.getGenericType());
        }
        group.members().forEach((name, member) -> {
            Type type = known.get(name);
            if (type != null) {
                inside(place + name, member, type);
            } else if (problems.size() < MOST_TOLD) {
                problems.add(Problem.at(place + shown(name), FailureCode.CODE_UNKNOWN, String.join(", ", known.keySet())));
            }
        });
    }

    private void inside(String place, Content member, Type type) {
        if (member instanceof Content.Group group && type instanceof Class<?> inner && inner.isRecord()) {
            check(place + ".", group, inner);
        } else if (member instanceof Content.Rows rows && type instanceof ParameterizedType list) {
            for (int i = 0; i < rows.rows().size(); i++) {
                inside(place + "[" + i + "]", rows.rows().get(i), list.getActualTypeArguments()[0]);
            }
        }
    }

    private static String shown(String name) {
        if (PlainText.isImpossible(name)) {
            return "?";
        }
        return name.codePointCount(0, name.length()) > LONGEST_SHOWN ? name.substring(0, name.offsetByCodePoints(0, LONGEST_SHOWN)) : name;
    }
}
