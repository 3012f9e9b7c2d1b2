/**
 * Who may do what: accounts and their memberships, sign-in, invitations, the audit trail, and the
 * transactions that row-level security hangs on. A leaf: it knows no other module.
 *
 * <p>Owns the database schema {@code security}. District, account, membership and link are global
 * tables, named exceptions to row-level security, because they are read before a district is known.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package school.tandem.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
