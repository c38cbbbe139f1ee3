package io.jinqiao;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.console.Callers;
import io.jinqiao.console.People;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.authentication.logout.LogoutFilter;

/** Who comes in where: programs by token or certificate, people by form, everybody else nowhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityChains {
    private static final String OWN_THINGS_ONLY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** Programs: no session, no form, no cookie, hence no forged request to fear. */
    @Bean
    @Order(1)
    SecurityFilterChain programChain(HttpSecurity http, Callers callers, ObjectMapper json) throws Exception {
        return http.securityMatcher("/api/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SecurityCallers(callers, json), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Probes ask without a name; figures need a token. */
    @Bean
    @Order(2)
    SecurityFilterChain probeChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/health/**", "/actuator/info")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain figureChain(HttpSecurity http, Callers callers, ObjectMapper json) throws Exception {
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SecurityCallers(callers, json), LogoutFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().hasAnyRole("OPERATOR", "AUDITOR", "ADMINISTRATOR"))
                .build();
    }

    /** People. What is not the console is refused, whatever it is. */
    @Bean
    @Order(4)
    SecurityFilterChain peopleChain(HttpSecurity http, SecurityPeople provider, People people) throws Exception {
        return http.authenticationProvider(provider)
                .addFilterBefore(new SecuritySessions(people), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/", "/console/log-in", "/console/assets/**", "/webjars/**", "/error", "/favicon.ico")
                        .permitAll()
                        // served in development only; elsewhere switched off and not found
                        .requestMatchers("/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                        .permitAll()
                        .requestMatchers("/console", "/console/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/console/log-in")
                        .loginProcessingUrl("/console/log-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/console")
                        .failureHandler((request, response, refusal) -> response.sendRedirect(
                                request.getContextPath() + "/console/log-in?refused")))
                .logout(out -> out.logoutUrl("/console/log-out").logoutSuccessUrl("/console/log-in?left"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_THINGS_ONLY))
                        .frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(Customizer.withDefaults())
                .build();
    }

    @Bean
    CookieSameSiteSupplier sessionCookieStaysHome() {
        return CookieSameSiteSupplier.ofLax();
    }
}
