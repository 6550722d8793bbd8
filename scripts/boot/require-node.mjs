// Imported first: says in words what older versions would answer with a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gatehouse needs Node 20.19 or later to start; this is ${process.version}.`);
  process.exit(1);
}
