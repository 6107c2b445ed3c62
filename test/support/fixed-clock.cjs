/** Loaded into the built program before it starts (`node --require`): its wall clock stands at KARTEI_NOW. */
Date.now = () => Number(process.env.KARTEI_NOW);
