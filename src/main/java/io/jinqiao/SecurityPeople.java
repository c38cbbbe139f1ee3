package io.jinqiao;

import io.jinqiao.console.Actor;
import io.jinqiao.console.FrontDoor;
import io.jinqiao.console.LogIn;
import io.jinqiao.console.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Asks the console's front door who may log in. */
@Component
class SecurityPeople implements AuthenticationProvider {
    private final FrontDoor door;

    SecurityPeople(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        LogIn result = door.logIn(asked.getName(), String.valueOf(asked.getCredentials()));
        if (result instanceof LogIn.Granted granted) {
            return signedIn(Actor.of(granted.person()));
        }
        if (result instanceof LogIn.Locked) {
            throw new LockedException("locked");
        }
        throw new BadCredentialsException("refused");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    static Authentication signedIn(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(actor, null, authorities(actor.roles()));
    }

    private static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }
}
