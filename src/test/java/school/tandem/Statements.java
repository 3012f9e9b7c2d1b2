package school.tandem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Counts the SQL statements that answering a request takes; jobs beside it don't count. */
public final class Statements implements ExecuteListener {

    private static final long serialVersionUID = 1;

    private final transient List<String> seen = new CopyOnWriteArrayList<>();

    /** Listens to what a server asks its database from now on. */
    public static Statements of(Server server) {
        Statements statements = new Statements();
        server.bean(DSLContext.class).configuration().set(statements);
        return statements;
    }

    /** What some work in a browser asked the database for, in order. */
    public List<String> during(Runnable work) {
        seen.clear();
        work.run();
        return new ArrayList<>(seen);
    }

    @Override
    public void executeStart(ExecuteContext context) {
        if (Thread.currentThread().getName().startsWith("http-")) {
            seen.add(String.valueOf(context.sql()));
        }
    }
}
