package io.github.milvusspring.autoconfigure;

import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of the tests of one class, which no application has started.
 */
class LiteServer implements BeforeAllCallback, AfterAllCallback {

	private MilvusLite server;

	@Override
	public void beforeAll(ExtensionContext context) {
		this.server = MilvusLite.start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.server.close();
	}

	String uri() {
		return this.server.uri();
	}

	int port() {
		return this.server.port();
	}

}
