package io.github.milvusspring.data.wire;

import java.util.List;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * The collection and partitions that a read searches, the fields that it returns, and how
 * fresh the data must be.
 *
 * @param collection the name of the collection
 * @param partitions the names of the partitions, empty for all
 * @param outputFields the names of the fields to return
 * @param consistency the consistency level
 * @param guaranteeTimestamp the timestamp up to which the read must see all writes, 0 for
 * the one that follows from the consistency level
 */
public record ReadScope(String collection, List<String> partitions, List<String> outputFields,
		ConsistencyLevel consistency, long guaranteeTimestamp) {

	/**
	 * Returns a copy with another guarantee timestamp.
	 * @param timestamp the new guarantee timestamp
	 * @return the copy
	 */
	public ReadScope withGuaranteeTimestamp(long timestamp) {
		return new ReadScope(this.collection, this.partitions, this.outputFields, this.consistency, timestamp);
	}

	/**
	 * Returns a copy with strong consistency, which sees everything that was written
	 * before.
	 * @return the copy
	 */
	public ReadScope strong() {
		return asFreshAs(ConsistencyLevel.STRONG, 0);
	}

	/**
	 * Returns a copy with another consistency level and guarantee timestamp.
	 * @param level the new consistency level
	 * @param timestamp the guarantee timestamp that belongs to the level
	 * @return the copy
	 */
	ReadScope asFreshAs(ConsistencyLevel level, long timestamp) {
		return new ReadScope(this.collection, this.partitions, this.outputFields, level, timestamp);
	}

}
