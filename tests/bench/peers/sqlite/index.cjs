const { DatabaseSync } = require('node:sqlite');

module.exports = class Database extends DatabaseSync {
  constructor(path) {
    super(path ?? ':memory:');
  }
  pragma(text) {
    return this.prepare(`pragma ${text}`).all();
  }
  transaction(work) {
    return (...given) => {
      if (this.isTransaction) return work(...given);
      this.exec('begin');
      try {
        const result = work(...given);
        this.exec('commit');
        return result;
      } catch (failure) {
        this.exec('rollback');
        throw failure;
      }
    };
  }
};
