package io.jinqiao.rulebook;

import io.jinqiao.message.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Reads {@code rules/calendar/<year>.yaml}, one file for each published year. */
@Component
public class CalendarFiles {

    record Stretch(LocalDate from, LocalDate to, String holiday) {}

    record Published(int format, int year, String source, boolean checked, List<Stretch> off, List<LocalDate> worked) {}

    /** @throws RulebookException with everything wrong in any of the files */
    @Bean
    public WorkingCalendar workingCalendar(Sources sources) {
        Problems problems = new Problems();
        Schema schema = Schema.of(sources.get("rules/_schema/calendar.schema.json"));
        List<WorkingCalendar.Year> years = new ArrayList<>();
        for (Source file : sources.list("rules/calendar")) {
            problems.collect(() -> years.add(year(Document.read(file), schema)));
        }
        problems.throwIfAny();
        return new WorkingCalendar(years);
    }

    private static WorkingCalendar.Year year(Document file, Schema schema) {
        Problems problems = new Problems();
        schema.check(file, problems);
        problems.throwIfAny();
        Published published = file.as(Published.class);
        Set<LocalDate> off = published.off().stream()
                .flatMap(stretch -> stretch.from().datesUntil(stretch.to().plusDays(1)))
                .collect(Collectors.toSet());
        for (Node day : file.group().rows("worked")) {
            checkWorked((Node.Leaf) day, off, problems);
        }
        if (!file.source().name().endsWith("/" + published.year() + ".yaml")
                || off.stream().anyMatch(day -> day.getYear() != published.year())
                || published.worked().stream().anyMatch(day -> day.getYear() != published.year())) {
            problems.at(file.root(), "有日期不在文件名所示年份内 / not all days lie in the year the file is named after");
        }
        problems.throwIfAny();
        return new WorkingCalendar.Year(published.year(), off, Set.copyOf(published.worked()));
    }

    private static void checkWorked(Node.Leaf day, Set<LocalDate> off, Problems problems) {
        LocalDate date = LocalDate.parse(day.text());
        if (off.contains(date)) {
            problems.at(day, "既放假又上班 / " + date + " is both off and worked");
        }
        if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            problems.at(day, "不是周末，本来就上班 / " + date + " is no weekend day, it is worked anyway");
        }
    }
}
