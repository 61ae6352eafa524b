package io.github.milvusspring.data.execution;

import io.github.milvusspring.data.model.MilvusServer;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses updates that a server would misinterpret: an old server treats a partial update
 * as a complete row, and Milvus Lite replaces an array instead of appending to it.
 *
 * @param server the server
 */
record UpdateSupport(MilvusServer server) {

	void requirePartialUpdates() {
		if (this.server.isOlderThan("2.6.2")) {
			throw new InvalidDataAccessApiUsageException("The server is " + this.server
					+ ", and partial updates need Milvus 2.6.2 or newer, or Milvus Lite: nothing was written. "
					+ "Write whole rows with upsert");
		}
	}

	void requireArrayChanges(String field) {
		if (this.server.lite() || this.server.isOlderThan("2.6.17")) {
			throw new InvalidDataAccessApiUsageException("To append to the array '" + field
					+ "' or to remove from it needs Milvus 2.6.17 or newer, and " + (this.server.lite()
							? "Milvus Lite would replace the whole array" : "the server is " + this.server)
					+ ": nothing was written. Set the whole array instead");
		}
	}

}
