package io.jinqiao.console.pages;

import io.jinqiao.assessment.Standing;
import io.jinqiao.console.Actor;
import io.jinqiao.console.facts.WorkFacts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its content. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {
    private static final String LANGUAGE = "lang=";

    private final WorkFacts work;
    private final Standing standing;

    PageFrame(WorkFacts work, Standing standing) {
        this.work = work;
        this.standing = standing;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale, @AuthenticationPrincipal @Nullable Actor actor) {
        model.addAllAttributes(around(request, locale, actor));
    }

    Map<String, Object> around(HttpServletRequest request, Locale locale, @Nullable Actor actor) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("otherLanguage", otherLanguage(request, locale));
        if (actor != null) {
            frame.put("actor", actor);
            frame.put("places", Place.of(actor));
            frame.put("openWork", Place.of(actor).contains(Place.WORK) ? openWork() : 0);
        }
        return frame;
    }

    private int openWork() {
        return work.unknownCount() + work.stopCount() + standing.open().size();
    }

    /** The page one stands on, in the other language; the rest of its query stays as it was typed, whatever that was. */
    private static String otherLanguage(HttpServletRequest request, Locale locale) {
        String language = LANGUAGE + (locale.getLanguage().equals("zh") ? "en" : "zh");
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(LANGUAGE))
                .map(part -> part + "&")
                .collect(Collectors.joining());
        return request.getRequestURI() + "?" + kept + language;
    }
}
