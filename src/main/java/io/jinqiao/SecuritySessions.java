package io.jinqiao;

import io.jinqiao.console.Actor;
import io.jinqiao.console.People;
import io.jinqiao.console.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of somebody who was disabled, or whose roles changed, with the next request. */
class SecuritySessions extends OncePerRequestFilter {
    private final People people;

    SecuritySessions(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Actor actor && !stillWelcome(actor)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean stillWelcome(Actor actor) {
        return people.find(actor.name()).filter(Person::enabled).map(Actor::of).filter(now -> now.roles().equals(actor.roles()) && Objects.equals(now.bank(), actor.bank())).isPresent();
    }
}
