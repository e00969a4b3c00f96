package plantao.practice.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Behaviour;

/// Keeps a few database connections open and lends them, one per request. With a leak it opens one for every
/// request and keeps that too, until its limit.
final class ConnectionPool {
    private static final long WAIT_SECONDS = 3;

    private final Launch.Servers servers;
    private final String application;
    private final int size;
    private final Semaphore free;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> leaked = new ArrayList<>();
    private final Behaviour.@Nullable Leak leak;
    private boolean filled;

    ConnectionPool(Launch.Servers servers, String application, int size, Behaviour.@Nullable Leak leak) {
        this.servers = servers;
        this.application = application;
        this.size = size;
        this.free = new Semaphore(size);
        this.leak = leak;
    }

    /// What a request does with its connection.
    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Lends a connection.
    ///
    /// @throws SQLException when none is free in time, the server refuses, or the statement fails
    <T> T use(Use<T> use) throws SQLException {
        if (leak != null) {
            leakOne(leak);
        }
        boolean mine = false;
        try {
            mine = free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw new SQLException("connection pool exhausted: none came free within " + WAIT_SECONDS + " s");
        }
        try {
            Connection connection = take();
            try {
                return use.with(connection);
            } finally {
                give(connection);
            }
        } finally {
            free.release();
        }
    }

    /// Connections lent, or kept by a leak.
    synchronized int inUse() {
        return size - free.availablePermits() + leaked.size();
    }

    private synchronized void leakOne(Behaviour.Leak leak) throws SQLException {
        if (leaked.size() >= leak.limit()) {
            throw new SQLException("connection pool exhausted: " + leaked.size() + " connections open, none returned");
        }
        leaked.add(open());
    }

    private Connection take() throws SQLException {
        fill();
        while (true) {
            Connection connection;
            synchronized (this) {
                connection = idle.poll();
            }
            if (connection == null) {
                return open();
            }
            if (connection.isValid(1)) {
                return connection;
            }
            connection.close();
        }
    }

    /// Opens them all at the first use, so that the number of connections does not depend on how requests meet.
    private synchronized void fill() throws SQLException {
        while (!filled) {
            idle.push(open());
            filled = idle.size() >= size;
        }
    }

    private synchronized void give(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.push(connection);
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", servers.user());
        properties.setProperty("password", servers.password());
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(servers.jdbcUrl(), properties);
    }
}
