package io.jinqiao.workbench.partner.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of theirs to places of ours. National element, Chinese title and English name each have a vote; a place is taken when it alone
 * has the most votes and no other field has as many for it. Everything else stays open: a wrong line costs more than a question.
 */
final class Matching {
    private Matching() {}

    /** @param fields of one scope: the top of a content, or one row of a list */
    static Map<BankField, Match> of(List<BankField> fields, List<Place> places) {
        Map<BankField, Match> matches = new LinkedHashMap<>();
        fields.forEach(field -> matches.put(field, match(field, places)));
        for (Place place : places) {
            List<BankField> claims = fields.stream()
                    .filter(f -> matches.get(f) instanceof Match.Exact exact && exact.place().equals(place))
                    .toList();
            int most = claims.stream().mapToInt(f -> votes(f, place)).max().orElse(0);
            boolean alone = claims.stream().filter(f -> votes(f, place) == most).count() == 1;
            claims.stream()
                    .filter(f -> !alone || votes(f, place) < most)
                    .forEach(f -> matches.put(f, new Match.Open(List.of(place))));
        }
        return Collections.unmodifiableMap(matches);
    }

    private static Match match(BankField field, List<Place> places) {
        List<Place> best = new ArrayList<>();
        int most = 1;
        for (Place place : places) {
            int votes = votes(field, place);
            if (votes > most) {
                best.clear();
                most = votes;
            }
            if (votes == most) {
                best.add(place);
            }
        }
        if (best.isEmpty()) {
            return new Match.Open(places.stream().filter(place -> alike(field, place)).toList());
        }
        return best.size() == 1 && field.type().fits(best.get(0).shape()) ? new Match.Exact(best.get(0)) : new Match.Open(List.copyOf(best));
    }

    /** Enough for a question, not for a line: one title is part of the other. */
    private static boolean alike(BankField field, Place place) {
        String title = Place.plain(Place.unbracketed(field.title()));
        return !title.isEmpty() && place.titles().stream().anyMatch(t -> t.contains(title) || title.contains(t));
    }

    private static int votes(BankField field, Place place) {
        String name = Place.last(field.name());
        boolean element = place.elements().contains(name)
                || Place.elements(field.title() + " " + field.remark()).stream().anyMatch(place.elements()::contains);
        boolean title = place.titles().contains(Place.plain(Place.unbracketed(field.title())));
        boolean english = place.names().contains(Place.plain(name)) || place.names().contains(Place.plain(field.name()));
        return (element ? 1 : 0) + (title ? 1 : 0) + (english ? 1 : 0);
    }
}
