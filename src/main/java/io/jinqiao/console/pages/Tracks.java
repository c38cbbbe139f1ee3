package io.jinqiao.console.pages;

import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.console.pages.Track.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws where a loan stands: the four tracks from the words of the loan room. */
final class Tracks {
    private static final Set<String> ENDINGS = Set.of("rejected", "expired", "revoked", "withdrawn");

    private Tracks() {}

    static List<Track> of(LoanRow loan) {
        return List.of(
                new Track("decision", "scales", decision(loan)),
                new Track("contract", "contract", contract(loan)),
                new Track("security", "shield", security(loan)),
                new Track("money", "money", money(loan)));
    }

    /** Stations are acts: while an application is accepted, its initial review is what is going on. */
    private static List<Station> decision(LoanRow loan) {
        List<Station> line = new ArrayList<>();
        line.add(new Station("accepted", "done"));
        if (ENDINGS.contains(loan.decision())) {
            addIf(line, loan.initialReviewer() != null, "initial-reviewed");
            addIf(line, loan.secondReviewer() != null, "second-reviewed");
            addIf(line, loan.opinionNo() != null, "approved");
            line.add(new Station(loan.decision(), "ended"));
            return line;
        }
        List<String> acts = List.of("initial-reviewed", "second-reviewed", "approved");
        int done = acts.indexOf(loan.decision()) + 1;
        for (int i = 0; i < acts.size(); i++) {
            String going = loan.pause() == null ? "now" : "paused";
            line.add(new Station(acts.get(i), i < done ? "done" : i == done ? going : "ahead"));
        }
        return line;
    }

    private static void addIf(List<Station> line, boolean reached, String word) {
        if (reached) {
            line.add(new Station(word, "done"));
        }
    }

    private static List<Station> contract(LoanRow loan) {
        if (loan.contract().equals("void")) {
            return List.of(new Station("signed", "done"), new Station("void", "ended"));
        }
        return acts(List.of("signed", "sealed", "in-force"), loan.contract(), loan.decision().equals("approved"));
    }

    /** A pre-notice never reads as a mortgage: homes not built yet have a line of their own. */
    private static List<Station> security(LoanRow loan) {
        boolean inForce = loan.contract().equals("in-force");
        if (loan.security().equals("destroyed")) {
            return List.of(new Station("held", "done"), new Station("destroyed", "ended"));
        }
        List<String> path = loan.homeKind().equals("pre-sold")
                ? List.of("held", "submitted", "pre-noticed", "converted", "released")
                : List.of("held", "submitted", "registered", "released");
        int reached = path.indexOf(loan.security());
        // a security that stands is not on its way out before the money is back
        boolean open = reached == path.size() - 2 ? loan.money().equals("settled") : inForce || reached > 0;
        return acts(path, loan.security(), open);
    }

    private static List<Station> money(LoanRow loan) {
        List<String> path = List.of("approved", "sent", "disbursed", "repaying", "settled");
        return switch (loan.money()) {
            case "unknown" -> replaced(acts(path, "sent", true), 2, new Station("unknown", "unknown"));
            case "failed" -> replaced(acts(path, "sent", true), 2, new Station("failed", "ended"));
            case "returned", "reversed" -> replaced(acts(path, "disbursed", true), 3, new Station(loan.money(), "ended"));
            case "overdue" -> replaced(acts(path, "disbursed", true), 3, new Station("overdue", "paused"));
            case "written-off" -> replaced(acts(path, "repaying", true), 4, new Station("written-off", "ended"));
            default -> acts(path, loan.money(), !loan.money().equals("none"));
        };
    }

    private static List<Station> replaced(List<Station> line, int place, Station station) {
        List<Station> copy = new ArrayList<>(line);
        copy.set(place, station);
        return copy;
    }

    /** @param open whether the act after the last done one may happen now */
    private static List<Station> acts(List<String> path, String reached, boolean open) {
        int done = path.indexOf(reached) + 1;
        List<Station> line = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            line.add(new Station(path.get(i), i < done ? "done" : i == done && open ? "now" : "ahead"));
        }
        return line;
    }
}
