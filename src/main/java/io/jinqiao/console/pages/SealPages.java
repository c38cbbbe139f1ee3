package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.SealKeeping;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.SealCard;
import io.jinqiao.opinion.SealCard.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The electronic seals: one person hands one in, another enables it, anyone of them stops it at once. */
@Controller
@Needs({Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR})
class SealPages {
    private static final String PAGE = "redirect:/console/seals";

    private final SealKeeping seals;
    private final Clock clock;

    SealPages(SealKeeping seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * @param word of its state, or {@code expired}, {@code not-yet-valid} where its validity says more than the state
     * @param mayEnable whether this person may; the desk checks it again
     */
    record Row(SealCard card, String word, String tone, boolean mayEnable, boolean mayStop) {
        static Row of(SealCard card, Actor actor, Instant now) {
            boolean keeper = actor.is(Role.APPROVER, Role.ADMINISTRATOR);
            boolean over = now.isAfter(card.to());
            return new Row(
                    card,
                    word(card, now),
                    tone(card, now),
                    keeper && card.state() == State.PROPOSED && !over && !card.proposedBy().equals(actor.name()),
                    keeper && card.state() != State.DISABLED);
        }

        private static String word(SealCard card, Instant now) {
            if (card.state() == State.DISABLED) {
                return "disabled";
            }
            if (now.isAfter(card.to())) {
                return "expired";
            }
            boolean early = card.state() == State.ENABLED && now.isBefore(card.from());
            return early ? "not-yet-valid" : card.state() == State.ENABLED ? "enabled" : "proposed";
        }

        private static String tone(SealCard card, Instant now) {
            return switch (word(card, now)) {
                case "enabled" -> "good";
                case "disabled", "expired" -> "bad";
                default -> "warn";
            };
        }
    }

    @GetMapping("/console/seals")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        List<Row> rows = seals.all().stream().map(card -> Row.of(card, actor, clock.instant())).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("mayHandIn", actor.is(Role.APPROVER, Role.ADMINISTRATOR));
        return "console/seals";
    }

    @PostMapping("/console/seals")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    String handIn(
            @RequestParam MultipartFile file,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        seals.propose(file.getBytes(), why(reason), actor);
        next.addFlashAttribute("said", Said.done("seal-handed-in"));
        return PAGE;
    }

    @PostMapping("/console/seals/{sealId}/enable")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    String enable(
            @PathVariable String sealId, @RequestParam String reason, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        seals.enable(sealId, why(reason), actor);
        next.addFlashAttribute("said", Said.done("seal-enabled"));
        return PAGE;
    }

    @PostMapping("/console/seals/{sealId}/stop")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    String stop(
            @PathVariable String sealId, @RequestParam String reason, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        seals.disable(sealId, why(reason), actor);
        next.addFlashAttribute("said", Said.done("seal-stopped"));
        return PAGE;
    }

    private static String why(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_WRONG_FORM, "1-500"));
        }
        return reason.strip();
    }
}
