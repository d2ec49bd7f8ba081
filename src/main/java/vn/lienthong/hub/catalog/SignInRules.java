package vn.lienthong.hub.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How citizens sign in at a system (OpenID Connect).
 *
 * @param issuer what its tokens name as their issuer
 * @param authorize where a browser is sent to
 * @param levels of authentication ({@code acr}), the lowest first
 * @param provider what must have identified the citizen; null: anything that the system trusts
 * @param assurance least level of the identity itself
 * @param algorithms with which its tokens may be signed
 */
public record SignInRules(
        String issuer,
        String authorize,
        String scope,
        List<String> levels,
        @Nullable String provider,
        int assurance,
        Set<String> algorithms) {}
